package org.lianfu.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody of the demo with a token each, talking to one house over REST. Safe for many threads. */
final class Town {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    /** Somebody of the demo. */
    record Person(String login, String org, List<String> roles) {

        boolean has(String role) {
            return roles.contains(role);
        }
    }

    /** What the house said; {@code body} is an empty object where it said nothing. */
    record Said(int status, JsonNode body, String location, String etag, boolean replayed) {

        boolean ok() {
            return status / 100 == 2;
        }

        String code() {
            return body.path("code").asText("");
        }

        /** The sentence of a refusal with everything that is wrong. */
        String why() {
            StringBuilder why =
                    new StringBuilder(code() + " " + body.path("detail").asText(""));
            body.path("errors").forEach(e -> why.append(" | ")
                    .append(e.path("pointer").asText())
                    .append(' ')
                    .append(e.path("message").asText()));
            return why.toString();
        }
    }

    Town(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        for (JsonNode each : get(null, "/demo/personas").body().path("items")) {
            List<String> roles = new ArrayList<>();
            each.path("roles").forEach(role -> roles.add(role.asText()));
            String login = each.path("login").asText();
            people.put(login, new Person(login, each.path("org").asText(), roles));
        }
    }

    /** Everybody in one order, so that a seed chooses the same people each time. */
    List<Person> people() {
        return people.values().stream()
                .sorted(java.util.Comparator.comparing(Person::login))
                .toList();
    }

    /** Holders of a post as the inbox names it; for a body outside of the house, its operators. */
    List<Person> holders(String post) {
        String org = post.substring(0, post.indexOf('/'));
        String role = post.substring(post.indexOf('/') + 1);
        return people().stream()
                .filter(p -> org.equals("SYSTEM") ? p.has("OPERATOR") : p.org().equals(org) && p.has(role))
                .toList();
    }

    Said get(String login, String path) {
        return send(login, path, "GET", null);
    }

    /** Sends an act with a key of its own. */
    Said post(String login, String path, Object body) {
        return post(login, path, body, UUID.randomUUID().toString());
    }

    Said post(String login, String path, Object body, String key) {
        return send(login, path, "POST", text(body), "Idempotency-Key", key);
    }

    Said delete(String login, String path) {
        return send(login, path, "DELETE", null);
    }

    /** Replaces what {@code seen} is the tag of. */
    Said put(String login, String path, Object body, String seen) {
        return send(login, path, "PUT", text(body), "If-Match", seen);
    }

    Said upload(String login, String path, String kind, String name, byte[] bytes) {
        String line = "lianfu-proof-boundary";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n".formatted(line, kind)
                        + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                                .formatted(line, name))
                .getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        all.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return again(login, () -> request(login, path)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(all.toByteArray())));
    }

    private Said send(String login, String path, String method, String body, String... headers) {
        return again(login, () -> {
            HttpRequest.Builder request = request(login, path)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return request;
        });
    }

    private HttpRequest.Builder request(String login, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en");
        if (login != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(login, this::signIn));
        }
        return request;
    }

    /** A token lives for hours, a walk for months: whoever is signed out signs in and sends the same again. */
    private Said again(String login, java.util.function.Supplier<HttpRequest.Builder> request) {
        Said said = exchange(request.get().build());
        if (said.status() == 401 && login != null) {
            tokens.remove(login);
            return exchange(request.get().build());
        }
        return said;
    }

    private String signIn(String login) {
        String basic = Base64.getEncoder().encodeToString((login + ":demo-" + login).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/tokens"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build();
        Said said = exchange(request);
        if (!said.ok()) {
            throw new IllegalStateException(login + " cannot sign in: " + said.why());
        }
        return said.body().path("token").asText();
    }

    /** @throws UncheckedIOException when no answer came: the act may have happened or not */
    private Said exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            return new Said(
                    answer.statusCode(),
                    body,
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
