package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.Caller;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The contract in the repository is the one the house serves, so that every change of it is seen in review. */
@WholeHouse
@OnH2(shared = "house")
class OpenApiFileTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final Path SERVED = Path.of("target/openapi.json");

    @LocalServerPort
    int port;

    @Autowired
    Map<String, RequestMappingInfoHandlerMapping> mappings;

    @Test
    void nothingServedWouldBreakAClientOfTheContractCommitted() throws IOException {
        JsonNode served = new Caller(port).get("/api/openapi.json").json();
        assertThat(ContractChange.breaking(new ObjectMapper().readTree(COMMITTED.toFile()), served))
                .as("changes that break clients; add beside what is there instead")
                .isEmpty();
    }

    /** The annotation tells the contract what the code does; the class file tells whether it does. */
    @Test
    void whoAnswersOncePerKeySaysSoAndNobodyElse() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lianfu");
        Set<String> calling = new TreeSet<>();
        house.forEach(type -> type.getMethods().stream()
                .filter(method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Idempotent.class)
                                && call.getName().equals("answer")
                                && !type.isEquivalentTo(Idempotent.class)))
                .forEach(method -> calling.add(type.getSimpleName() + "." + method.getName())));
        Set<String> saying = new TreeSet<>();
        house.forEach(type -> type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(OncePerKey.class))
                .forEach(method -> saying.add(type.getSimpleName() + "." + method.getName())));
        assertThat(saying).isEqualTo(calling).isNotEmpty();
    }

    @Test
    void theContractNamesEveryOperationKeysTagsAndWhatIsMade() throws IOException {
        JsonNode contract = new Caller(port).get("/api/openapi.json").json();
        Set<String> named = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    named.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    assertThat(ids.add(operation.getValue().path("operationId").asText()))
                            .as("operationId of " + path.getKey())
                            .isTrue();
                }));
        Set<String> there = new TreeSet<>();
        mappings.values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api/v1/"))
                                .forEach(pattern -> there.add(method + " " + pattern)))));
        assertThat(named).isEqualTo(there);
        JsonNode submission = contract.path("paths")
                .path("/api/v1/applications/{no}/submission")
                .path("post");
        assertThat(submission.path("parameters").findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(submission.path("responses").fieldNames())
                .toIterable()
                .contains("200", "400", "401", "403", "404", "409", "422");
        JsonNode begin =
                contract.path("paths").path("/api/v1/applications").path("post").path("responses");
        assertThat(begin.fieldNames()).toIterable().contains("201").doesNotContain("200");
        assertThat(begin.path("201").path("headers").has("ETag")).isTrue();
        JsonNode save =
                contract.path("paths").path("/api/v1/applications/{no}/answers").path("put");
        assertThat(save.path("responses").fieldNames()).toIterable().contains("412", "428");
        assertThat(contract.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    void theContractServedIsTheOneCommitted() throws IOException {
        ObjectMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        JsonNode served = new Caller(port).get("/api/openapi.json").json();
        Files.writeString(SERVED, json.writeValueAsString(json.treeToValue(served, Object.class)) + "\n");
        JsonNode committed = Files.exists(COMMITTED) ? json.readTree(COMMITTED.toFile()) : json.nullNode();
        assertThat(committed)
                .as("docs/openapi.json; if the change is meant: cp engine-app/target/openapi.json docs/openapi.json")
                .isEqualTo(served);
    }
}
