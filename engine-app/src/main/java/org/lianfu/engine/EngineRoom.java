package org.lianfu.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.flywaydb.core.api.migration.JavaMigration;
import org.lianfu.engine.gate.DecisionGate;
import org.lianfu.engine.gate.EngineGate;
import org.lianfu.engine.migration.EngineSchema;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Flow;
import org.lianfu.flow.PackShelf;
import org.lianfu.program.PackGate;
import org.lianfu.shared.Ids;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Sets the engine up. The house stands above it and is looked for lazily: the desks need {@code Flow}, and {@code Flow}
 * reports to a desk.
 */
@Configuration(proxyBeanMethods = false)
public class EngineRoom {

    @Bean
    static JavaMigration engineSchema() {
        return new EngineSchema();
    }

    @Bean
    static IdGenerator idGenerator() {
        return Ids::next;
    }

    @Bean
    static Catalogue catalogue(ConfigurableListableBeanFactory beans) {
        return new Catalogue(beans);
    }

    @Bean
    static FeelDecisions decisions(@Lazy PackShelf shelf) {
        return new FeelDecisions(shelf);
    }

    @Bean
    @DependsOnDatabaseInitialization
    static ProcessEnginePlugin enginePlugin(Catalogue catalogue, FeelDecisions decisions, @Lazy CaseRoom room) {
        return new EnginePlugin(catalogue, new StepParser(room, decisions));
    }

    @Bean
    static Models models(RepositoryService repository) {
        return new Models(repository);
    }

    @Bean
    static Flow flow(ProcessEngine engine, Models models, @Lazy CaseRoom room) {
        // not the starter's bean of that type: it is null when it is asked for before the engine has been built
        CommandExecutor commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        return new CamundaFlow(commands, engine.getRuntimeService(), models, room);
    }

    @Bean
    static PackGate packGate(
            Catalogue catalogue, FeelDecisions decisions, RepositoryService repository, Models models) {
        DecisionGate tables = new DecisionGate(decisions.feel()::expression, decisions.feel()::test);
        return new EngineGate(catalogue, tables, repository, models);
    }
}
