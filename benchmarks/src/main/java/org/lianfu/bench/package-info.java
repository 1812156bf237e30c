/** Speed side by side: the bare engine against the house, on one database, in one run. Figures count only as ratios of one run. */
package org.lianfu.bench;
