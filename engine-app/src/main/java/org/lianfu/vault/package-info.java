/**
 * Keeps the keys: seals personal text before it is stored and opens it again. Algorithm and key id stand beside every
 * sealed value, so that a key or an algorithm can change without touching old rows.
 */
@ApplicationModule(allowedDependencies = "shared")
package org.lianfu.vault;

import org.springframework.modulith.ApplicationModule;
