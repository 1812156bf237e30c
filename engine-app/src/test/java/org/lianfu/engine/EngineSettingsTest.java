package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.util.Collections;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.custom.CreateAdminUserConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.custom.CreateFilterConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.OnH2;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How the running engine is set: one test for each setting that guards the house. */
@OnH2(shared = "fence")
@ModuleTest
@Import(EngineTestRoom.class)
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    ListableBeanFactory beans;

    @Test
    void expressionsInAdhocQueriesAreOff() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    }

    @Test
    void expressionsInStoredQueriesAreOff() {
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
    }

    @Test
    void theExpressionManagerIsOurs() {
        assertThat(engine.getExpressionManager()).isInstanceOf(SafeEl.class);
    }

    @Test
    void scriptingThrowsInTheFactoryAndInTheResolver() {
        assertThatThrownBy(() -> engine.getScriptFactory().createScriptFromSource("juel", "${1}"))
                .hasMessage("scripting is off: juel");
        assertThatThrownBy(() -> engine.getScriptFactory().createScriptFromResource("groovy", "x.groovy"))
                .hasMessage("scripting is off: groovy");
        assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine("juel", true))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngineManager())
                .isInstanceOf(ProcessEngineException.class);
        assertThat(engine.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
    }

    /** The engine brings its own two, JUEL and FEEL, and the resolver above is closed to both; nobody adds another. */
    @Test
    void noOtherScriptEngineIsOnTheClassPath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .isNotEmpty()
                .extracting(factory -> factory.getClass().getName())
                .allMatch(name -> name.matches("org\\.camunda\\.(bpm\\.engine\\..*[Jj]uel|feel\\.).*"));
    }

    @Test
    void scriptsLoadNothingFromOutsideAndSeeNoHost() {
        assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(engine.isConfigureScriptEngineHostAccess()).isTrue();
    }

    @Test
    void noClassIsMadeBecauseAModelNamesIt() {
        assertThatThrownBy(() -> engine.getArtifactFactory().getArtifact(Object.class))
                .hasMessage("a model may not name a class: java.lang.Object");
    }

    @Test
    void externalEntitiesAreOff() {
        assertThat(engine.isEnableXxeProcessing()).isFalse();
    }

    @Test
    void schemasAreReadFromTheProgramAlone() {
        assertThat(System.getProperty("javax.xml.accessExternalSchema")).isEqualTo("file,nested");
    }

    @Test
    void noEngineUserNoFilterAndNoSampleIsMade() {
        assertThat(beans.getBeanNamesForType(CreateAdminUserConfiguration.class))
                .isEmpty();
        assertThat(beans.getBeanNamesForType(CreateFilterConfiguration.class)).isEmpty();
    }

    @Test
    void noObjectIsReadBack() {
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        for (String type : List.of("java.lang.String", "java.util.HashMap", "org.lianfu.shared.Money")) {
            assertThat(engine.getDeserializationTypeValidator().validate(type)).isFalse();
        }
    }

    @Test
    void authorizationIsOursAndNoEngineUserExists() {
        assertThat(engine.isAuthorizationEnabled()).isFalse();
        assertThat(engine.isDbIdentityUsed()).isFalse();
    }

    @Test
    void timeToLiveIsEnforcedAndQueriesAreBounded() {
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(1000);
    }

    @Test
    void theIsolationCheckIsOnAndPasses() {
        assertThat(engine.getSkipIsolationLevelCheck()).isFalse();
    }

    @Test
    void theEngineKeepsNoHistoryAndNoMetrics() {
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("none");
        assertThat(engine.isDbHistoryUsed()).isFalse();
        assertThat(engine.isMetricsEnabled()).isFalse();
        assertThat(engine.isTaskMetricsEnabled()).isFalse();
        assertThat(engine.isDbMetricsReporterActivate()).isFalse();
    }

    @Test
    void onlyBpmnIsKnown() {
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isDmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isTenantCheckEnabled()).isFalse();
    }

    @Test
    void noJobRunsByItself() {
        assertThat(engine.isJobExecutorActivate()).isFalse();
        assertThat(engine.getJobExecutor() == null || !engine.getJobExecutor().isActive())
                .isTrue();
    }

    @Test
    void theSchemaIsMadeByOurMigrationAlone() {
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void anErrorThatNobodyCatchesIsAnException() {
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    }

    @Test
    void nothingOnTheClassPathIsDeployed() {
        assertThat(((SpringProcessEngineConfiguration) engine).getDeploymentResources())
                .isEmpty();
        assertThat(getClass().getResource("/hostile.bpmn"))
                .as("the bait lies there")
                .isNotNull();
        assertThat(repository.createDeploymentQuery().count()).isZero();
        assertThat(repository.createProcessDefinitionQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/camunda/bpm/engine/rest/impl/CamundaRestResources.class",
                "org/camunda/bpm/engine/rest/ProcessEngineRestService.class",
                "org/camunda/bpm/webapp/impl/security/auth/AuthenticationFilter.class",
                "org/camunda/bpm/admin/impl/web/SetupResource.class",
                "org/camunda/bpm/cockpit/Cockpit.class",
                "org/camunda/bpm/tasklist/Tasklist.class",
                "org/camunda/bpm/welcome/Welcome.class",
                "org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestJerseyAutoConfiguration.class",
                "org/camunda/bpm/spring/boot/starter/webapp/CamundaBpmWebappAutoConfiguration.class",
                "org/camunda/connect/Connectors.class",
                "org/camunda/spin/Spin.class"
            })
    void noRestNoWebappNoConnectorOnTheClassPath(String resource) throws Exception {
        List<URL> found = Collections.list(getClass().getClassLoader().getResources(resource));
        assertThat(found).isEmpty();
    }
}
