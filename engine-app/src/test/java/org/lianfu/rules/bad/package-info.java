/** Classes that each break one rule on purpose, so that the rule is seen to bite. Nothing uses them. */
package org.lianfu.rules.bad;
