package org.lianfu.http.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
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
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Tagged;
import org.lianfu.shared.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** The contract served at {@code /api/openapi.json}: bearer tokens, and the problem answers every operation may give. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** Records inside a controller are named after it too: several have a {@code Line} of their own. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new Names()).openapi31(true);
    }

    private static final class Names extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> around = type.getEnclosingClass();
            return around == null
                    ? super.nameForClass(type, options)
                    : around.getSimpleName().replaceAll("(Controller|Json)$", "") + type.getSimpleName();
        }
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
                api.getPaths().forEach(ApiDocs::describe);
            }
        };
    }

    /** What the handler itself says: that it takes a key, that it wants to be told the version. */
    @Bean
    OperationCustomizer headers() {
        return (operation, handler) -> {
            if (handler.hasMethodAnnotation(OncePerKey.class)) {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name(Idempotent.HEADER)
                        .required(true)
                        .description("The same key with the same request is done once and answered alike")
                        .schema(new StringSchema().pattern("^[A-Za-z0-9-]{1,255}$")));
                operation.getResponses().forEach((status, answer) -> {
                    if (status.startsWith("2")) {
                        answer.addHeaderObject(
                                Idempotent.REPLAYED,
                                new Header()
                                        .description("true when this is the first answer once more")
                                        .schema(new StringSchema()));
                    }
                });
            }
            if (takes(operation, HttpHeaders.IF_MATCH)) {
                operation.getParameters().stream()
                        .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                        .forEach(
                                parameter -> parameter.required(true).description("ETag of the version that was read"));
            }
            if (handler.hasMethodAnnotation(Tagged.class)) {
                operation
                        .getResponses()
                        .values()
                        .forEach(answer -> answer.addHeaderObject(
                                HttpHeaders.ETAG,
                                new Header()
                                        .description("Version of what was read; for If-Match where it can be changed")
                                        .schema(new StringSchema())));
            }
            return operation;
        };
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    /** Names and refusals follow from the address, so that they stay when code moves. */
    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            String[] parts = path.substring("/api/v1/".length()).split("/");
            operation.tags(List.of(parts[0]));
            operation.operationId(method.name().toLowerCase(Locale.ROOT)
                    + Arrays.stream(parts).map(ApiDocs::word).collect(Collectors.joining()));
            ApiResponses answers = new ApiResponses();
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    answers.addApiResponse(status, answer);
                }
            });
            refusals(path, method, operation)
                    .forEach(status ->
                            answers.addApiResponse(status, new ApiResponse().$ref("#/components/responses/Problem")));
            answers.addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
            operation.responses(answers);
        });
    }

    private static String word(String part) {
        String bare = part.startsWith("{") ? "By-" + part.substring(1, part.length() - 1) : part;
        return Arrays.stream(bare.split("-"))
                .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining());
    }

    private static TreeSet<String> refusals(String path, HttpMethod method, Operation operation) {
        TreeSet<String> statuses = new TreeSet<>(List.of("400"));
        boolean signedIn =
                operation.getSecurity() == null || !operation.getSecurity().isEmpty();
        if (signedIn) {
            statuses.addAll(List.of("401", "403"));
        }
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(List.of("409", "422", "429"));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415"));
        }
        if (takes(operation, HttpHeaders.IF_MATCH)) {
            statuses.addAll(List.of("412", "428"));
        }
        return statuses;
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
