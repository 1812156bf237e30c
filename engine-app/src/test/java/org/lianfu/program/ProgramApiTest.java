package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Programs over REST, read by somebody who has not signed in. */
@WholeHouse
@OnH2(shared = "house")
class ProgramApiTest {

    @Autowired
    private TestRestTemplate http;

    @Test
    void theListNamesEveryProgramAndWhetherItIsOpen() {
        JsonNode list = http.getForObject("/api/v1/programs", JsonNode.class);
        assertThat(list.has("next")).isTrue();
        JsonNode loan = list.path("items").get(0);
        assertThat(loan.path("code").asText()).isEqualTo("loan-ip-pledge");
        assertThat(loan.path("version").asText()).isEqualTo("5");
        assertThat(loan.at("/title/zh").asText()).isEqualTo("知识产权质押贷");
        assertThat(loan.at("/title/en").asText()).isEqualTo("IP-pledge loan");
        assertThat(loan.at("/leadUnit/code").asText()).isEqualTo("ZZ_FIN_OFFICE");
        assertThat(loan.at("/leadUnit/name").asText()).isEqualTo("市委金融办");
        assertThat(loan.path("responsibleUnits")).hasSize(3);
        assertThat(loan.path("opensOn").asText()).isEqualTo("2023-01-01");
        assertThat(loan.path("closesOn").isNull()).isTrue();
        assertThat(loan.path("open").asBoolean()).isTrue();
    }

    @Test
    void oneProgramHasClausesFormsDocumentsStepsAndAnExample() {
        ResponseEntity<JsonNode> answer = http.getForEntity("/api/v1/programs/loan-ip-pledge", JsonNode.class);
        JsonNode loan = answer.getBody();
        assertThat(answer.getHeaders().getETag()).contains(loan.path("sha256").asText());
        assertThat(loan.at("/policy/docNo").asText()).isNotBlank();
        assertThat(loan.at("/clauses/0/id").asText()).isEqualTo("§1");
        assertThat(loan.at("/clauses/0/text").asText()).contains("4302");
        assertThat(loan.at("/forms/apply/type").asText()).isEqualTo("default");
        assertThat(loan.at("/documents/0/kind").asText()).isEqualTo("businessLicence");
        assertThat(loan.at("/documents/0/required").asBoolean()).isTrue();
        assertThat(loan.path("steps")).anySatisfy(step -> {
            assertThat(step.path("id").asText()).isEqualTo("bankSearch_bankClaim");
            assertThat(step.path("name").asText()).isEqualTo("银行承接");
            assertThat(step.path("role").asText()).isEqualTo("BANK_RM");
            assertThat(step.path("deadline").asText()).isEqualTo("2wd");
        });
        assertThat(loan.at("/example/uscc").asText()).isEqualTo("91430200MA4TE5T13J");
    }

    @Test
    void wordsFollowTheLanguage() {
        ResponseEntity<JsonNode> answer = http.exchange(
                RequestEntity.get(URI.create("/api/v1/programs/loan-ip-pledge"))
                        .header("Accept-Language", "en")
                        .build(),
                JsonNode.class);
        assertThat(answer.getBody().path("steps").toString())
                .contains("Bank takes the case")
                .doesNotContain("银行承接");
    }

    @Test
    void theDiagramIsBpmn() {
        ResponseEntity<String> diagram = http.getForEntity("/api/v1/programs/loan-ip-pledge/diagram", String.class);
        assertThat(diagram.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_XML))
                .isTrue();
        assertThat(diagram.getBody())
                .contains("<bpmn:process id=\"loan-ip-pledge\"")
                .contains("BPMNShape");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(http.getForEntity("/api/v1/programs/nothing", JsonNode.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        ResponseEntity<JsonNode> part =
                http.getForEntity("/api/v1/programs/loan-ip-pledge/diagram?part=x", JsonNode.class);
        assertThat(part.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(part.getBody().path("code").asText()).isEqualTo("program.part-unknown");
        assertThat(http.getForEntity("/api/v1/programs?limit=0", JsonNode.class).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(http.getForEntity("/api/v1/programs?cursor=x", JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }
}
