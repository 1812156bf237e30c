package org.lianfu.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;

/**
 * How the engine is set: a mover of tokens and nothing else, and deaf to whatever a model might want of the machine. What
 * guards the house stands here and not in a property file, so that no profile can switch it off.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class EnginePlugin extends AbstractProcessEnginePlugin {

    private static final String SCHEMAS = "javax.xml.accessExternalSchema";

    /** Parsed models kept in memory; beyond them the oldest is parsed again when needed. */
    private static final int MODELS = 1000;

    private final Catalogue catalogue;
    private final StepParser parser;

    EnginePlugin(Catalogue catalogue, StepParser parser) {
        this.catalogue = catalogue;
        this.parser = parser;
    }

    /** The engine's parser follows a schema's address anywhere unless this says where; its own lie in its jar. */
    private static void keepSchemasAtHome() {
        if (System.getProperty(SCHEMAS) == null) {
            System.setProperty(SCHEMAS, "file,nested");
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        keepSchemasAtHome();
        guard(engine);
        slim(engine);
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(parser)));
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        if (!SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.contains(StepWait.class)) {
            SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.add(StepWait.class);
        }
    }

    private void guard(ProcessEngineConfigurationImpl engine) {
        NoScripts noScripts = new NoScripts();
        engine.setExpressionManager(new SafeEl(catalogue));
        engine.setArtifactFactory(new NoClasses());
        engine.setScriptFactory(noScripts);
        engine.setScriptEngineResolver(noScripts);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setConfigureScriptEngineHostAccess(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setDeserializationTypeValidationEnabled(true);
        // no object is ever stored, so none is ever read back
        engine.setDeserializationTypeValidator(type -> false);
        engine.setQueryMaxResultsLimit(1000);
        engine.setEnforceHistoryTimeToLive(true);
        // asked for by the line above; there is no history that it could act on
        engine.setHistoryTimeToLive("P3650D");
        ((SpringProcessEngineConfiguration) engine).setDeploymentResources(new Resource[0]);
    }

    private static void slim(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfigurationImpl.HISTORY_NONE);
        engine.setDbHistoryUsed(false);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfigurationImpl.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy("endTimeBased");
        engine.setDbIdentityUsed(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setInvokeCustomVariableListeners(false);
        engine.setJobExecutorActivate(false);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_FALSE);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        KnownModels models = new KnownModels(new DefaultCacheFactory(), MODELS);
        models.setDeployers(engine.getDeployers());
        engine.setDeploymentCache(models);
    }
}
