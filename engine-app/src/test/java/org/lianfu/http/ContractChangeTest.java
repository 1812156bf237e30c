package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the contract catches each kind of change that breaks a client, and lets additions pass. */
class ContractChangeTest {

    private static final String CONTRACT = """
            paths:
              /cases:
                get:
                  parameters:
                    - {in: query, name: limit, required: false, schema: {type: integer}}
                  responses:
                    "200": {headers: {ETag: {}}, content: {application/json: {schema: {$ref: "#/components/schemas/Case"}}}}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Begin"}}}}
                  responses:
                    "201": {description: made}
              /old: {get: {responses: {"200": {}}}}
            components:
              schemas:
                Case:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    state: {type: string, enum: [OPEN, CLOSED]}
                    lines: {type: array, items: {type: object, properties: {sum: {type: string}}}}
                Begin: {type: object, required: [], properties: {program: {type: string}, note: {type: string}}}
            """;

    private static List<String> breaking(String was, String is) {
        try {
            JsonNode before = new YAMLMapper().readTree(CONTRACT);
            assertThat(CONTRACT).contains(was);
            return ContractChange.breaking(before, new YAMLMapper().readTree(CONTRACT.replace(was, is)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(is, e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                /old: {          | /new: {                   | address /old is gone
                post:            | put:                      | operation POST /cases is gone
                name: limit      | name: most                | GET /cases takes no parameter query limit any more
                required: false  | required: true            | GET /cases now demands the parameter query limit
                {type: integer}  | {type: string}            | GET /cases parameter query limit changes its type from "integer" to "string"
                "201"            | "200"                     | POST /cases answers 201 no more
                {ETag: {}}       | {}                        | GET /cases answers 200 without the header ETag
                application/json: {schema: {$ref: "#/components/schemas/Begin"}} | text/csv: {} | POST /cases request is not application/json any more
                state: {type     | status: {type             | GET /cases answer 200 has no field state any more
                [OPEN, CLOSED]   | [OPEN]                    | GET /cases answer 200 field state has no value CLOSED any more
                sum: {type: string | sum: {type: number      | GET /cases answer 200 field lines items field sum changes its type from "string" to "number"
                required: [id]   | required: []              | GET /cases answer 200 no longer promises the field id
                , note: {type: string} | ''                  | POST /cases request takes no field note any more
                required: [], prop | required: [program], prop | POST /cases request now demands the field program
                """)
    void aChangeThatBreaksAClientIsNamed(String was, String is, String words) {
        assertThat(breaking(was, is)).containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                /old: {          | '/fresh: {get: {responses: {"200": {}}}}\n  /old: {'
                id: {type: string} | id: {type: string}, more: {type: string}
                note: {type: string} | note: {type: string}, hint: {type: string}
                [OPEN, CLOSED]   | [OPEN, CLOSED, LOST]
                required: [id]   | required: [id, state]
                {ETag: {}}       | {ETag: {}, Link: {}}
                """)
    void anAdditionPasses(String was, String is) {
        String written =
                is.replace("\\n", "\n").replace("id: {type: string}, more", "id: {type: string}\n        more");
        assertThat(breaking(was, written)).isEmpty();
    }

    @Test
    void aParameterThatNeedNotBeGivenIsAnAddition() {
        String limit = "- {in: query, name: limit, required: false, schema: {type: integer}}";
        String both = limit + "\n        - {in: query, name: sort, required: false, schema: {type: string}}";
        assertThat(breaking(limit, both)).isEmpty();
        assertThat(breaking(limit, both.replace("sort, required: false", "sort, required: true")))
                .containsExactly("GET /cases now demands the parameter query sort");
    }
}
