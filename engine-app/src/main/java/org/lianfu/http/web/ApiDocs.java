package org.lianfu.http.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.lianfu.shared.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract served at {@code /api/openapi.json}: bearer tokens, and the problem answers every operation may give. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenApiCustomizer contract() {
        return api -> {
            api.info(new Info()
                    .title("Lianfu 链赋")
                    .version("v1")
                    .description("Applications, review and disbursement of a city's policy and fund programs.")
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            api.servers(List.of(new Server().url("/")));
            Components parts = api.getComponents() == null ? new Components() : api.getComponents();
            parts.addSchemas("Problem", problem());
            parts.addResponses(
                    "Problem",
                    new ApiResponse()
                            .description("RFC 9457 problem; `code` is stable, the words follow Accept-Language")
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType()
                                                    .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
            parts.addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            parts.addSecuritySchemes(
                    "password",
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
            parts.setSchemas(new TreeMap<>(parts.getSchemas())); // the file is committed: order must not wander
            api.components(parts);
            api.security(List.of(new SecurityRequirement().addList("token")));
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDocs::problems));
            }
        };
    }

    private static void problems(Operation operation) {
        ApiResponses answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (String status :
                List.of("400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "429", "503")) {
            answers.remove(status);
        }
        answers.putIfAbsent("default", new ApiResponse().$ref("#/components/responses/Problem"));
        operation.responses(answers);
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty("warning", new BooleanSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("clause", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error));
    }
}
