/** Speed: the house beside the bare engine in one run, and its lists when it is full. */
package org.lianfu.bench;
