/**
 * The Camunda module: moves the tokens behind {@code flow}, guards what a pack may bring behind {@code program.PackGate},
 * and holds the catalogue of activities that a model may call. The only place that imports {@code org.camunda}.
 */
@ApplicationModule
package org.lianfu.engine;

import org.springframework.modulith.ApplicationModule;
