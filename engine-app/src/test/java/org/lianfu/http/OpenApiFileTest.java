package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.Caller;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contract in the repository is the one the house serves, so that every change of it is seen in review. */
@WholeHouse
@OnH2(shared = "house")
class OpenApiFileTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final Path SERVED = Path.of("target/openapi.json");

    @LocalServerPort
    int port;

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
