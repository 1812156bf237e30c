package org.lianfu.engine.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.lianfu.engine.Catalogue;
import org.lianfu.engine.Models;
import org.lianfu.program.Finding;
import org.lianfu.program.PackGate;
import org.lianfu.shared.ProgramRef;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The gate in front of the engine: nothing is parsed or deployed that has not passed it. */
public final class EngineGate implements PackGate {

    private final Catalogue catalogue;
    private final DecisionGate decisions;
    private final RepositoryService repository;
    private final Models models;

    public EngineGate(Catalogue catalogue, DecisionGate decisions, RepositoryService repository, Models models) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.repository = repository;
        this.models = models;
    }

    @Override
    public List<Finding> check(String file, byte[] xml) {
        return gate().source(file, xml);
    }

    @Override
    public List<Finding> checkDecision(String file, byte[] dmn) {
        return decisions.check(file, dmn);
    }

    @Override
    public String build(String file, byte[] model, Function<String, byte[]> parts) {
        String built = new PartBuilder(gate(), parts).build(file, model);
        mustPass(file, built);
        return built;
    }

    @Override
    public void deploy(ProgramRef ref, String builtModel) {
        String file = ref.code() + ".bpmn";
        mustPass(file, builtModel);
        String model = pinned(ref, builtModel);
        Optional<ProcessDefinition> known = models.find(ref);
        if (known.isPresent()) {
            if (!model.equals(deployed(known.get()))) {
                throw new IllegalStateException(
                        "the engine has another model under " + ref + "; give the changed pack a new version");
            }
            return;
        }
        try {
            repository
                    .createDeployment()
                    .name(ref.toString())
                    .addString(file, model)
                    .deploy();
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " cannot be parsed by the engine: " + e.getMessage(), e);
        }
    }

    private void mustPass(String file, String built) {
        List<Finding> findings = gate().built(file, built);
        if (!findings.isEmpty()) {
            throw Findings.refused(file, findings);
        }
    }

    private ModelGate gate() {
        return new ModelGate(catalogue.names());
    }

    /** The model with its version written into it, as the engine is to find it. */
    private static String pinned(ProgramRef ref, String model) {
        Document document = XmlFile.read(model.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE, Integer.MAX_VALUE);
        Element process =
                Nodes.children(document.getDocumentElement(), "process").get(0);
        if (!process.getAttribute("id").equals(ref.code())) {
            throw new IllegalArgumentException(
                    "the process " + process.getAttribute("id") + " is not the program " + ref.code());
        }
        process.setAttributeNS(Nodes.CAMUNDA, "camunda:versionTag", ref.version());
        return XmlFile.write(document);
    }

    private String deployed(ProcessDefinition definition) {
        try (InputStream model =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
