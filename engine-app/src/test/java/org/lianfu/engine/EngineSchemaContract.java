package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's own tables, made by our migration, on one database. */
abstract class EngineSchemaContract extends EngineCase {

    /** A rare character of a Chinese name; four bytes. */
    private static final String RARE = "𠮷";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void aRareCharacterIsKeptInEveryTextThatWeWrite() {
        var deployment = repository
                .createDeployment()
                .name(RARE)
                .source(RARE)
                .addString(
                        RARE + ".bpmn",
                        Bpmn.convertToString(model().name(RARE)
                                .userTask("one")
                                .name(RARE)
                                .endEvent("done")
                                .done()))
                .deployWithResult();
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentId(deployment.getId())
                        .singleResult()
                        .getName())
                .isEqualTo(RARE);
        assertThat(repository.getDeploymentResourceNames(deployment.getId())).containsExactly(RARE + ".bpmn");
        var model = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult();
        assertThat(model.getResourceName()).isEqualTo(RARE + ".bpmn");
        sql.update("insert into ACT_GE_PROPERTY (NAME_, VALUE_, REV_) values (?, ?, 1)", RARE, RARE);
        assertThat(sql.queryForObject("select VALUE_ from ACT_GE_PROPERTY where NAME_ = ?", String.class, RARE))
                .isEqualTo(RARE);
    }

    @Test
    void aRareCharacterIsKeptInTheBusinessKey() {
        var ref = published(model().userTask("one").endEvent("done").done(), "1");
        act.executeWithoutResult(tx -> flow.start(no, ref));
        sql.update("update ACT_RU_EXECUTION set BUSINESS_KEY_ = ? where BUSINESS_KEY_ = ?", RARE, no.value());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(RARE)
                        .count())
                .isEqualTo(1);
        sql.update("update ACT_RU_EXECUTION set BUSINESS_KEY_ = ? where BUSINESS_KEY_ = ?", no.value(), RARE);
    }

    @Test
    void theTablesAreThoseOfTheEngineAloneAndTheLocksStandInThem() {
        List<String> tables = sql.queryForList(
                "select upper(table_name) from information_schema.tables where table_name like 'ACT%'"
                        + " and lower(table_schema) = lower(schema())",
                String.class);
        assertThat(tables).contains("ACT_RU_EXECUTION", "ACT_RE_PROCDEF", "ACT_RU_JOB", "ACT_GE_BYTEARRAY");
        assertThat(tables).noneMatch(table -> table.startsWith("ACT_HI_") || table.startsWith("ACT_ID_"));
        assertThat(sql.queryForList("select NAME_ from ACT_GE_PROPERTY", String.class))
                .contains("schema.version", "deployment.lock", "startup.lock");
    }

    @Test
    void idsAreOrderedByTime() {
        start(model().userTask("one").endEvent("done").done());
        List<String> ids = sql.queryForList("select ID_ from ACT_RU_EXECUTION order by ID_", String.class);
        assertThat(ids).allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*"));
    }
}
