package org.lianfu.scenario;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** Every scenario of every pack, told in the sentences of {@link PhraseBook}; at the end each program's diagram must have been passed whole. */
@Suite
@IncludeEngines("cucumber")
@SelectDirectories({"../processes", "src/test/packs/processes"})
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.lianfu.scenario")
@ConfigurationParameter(key = PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, value = "true")
class ScenariosTest {}
