package org.lianfu.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Speaks REST for several personas, each with a token of its own. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;
    private final Map<String, String> tokens = new HashMap<>();

    Client(String url) {
        this.base = url.replaceAll("/+$", "") + "/api/v1";
    }

    JsonNode get(String login, String path) {
        return json(send(login, request(path).GET()));
    }

    JsonNode post(String login, String path, Object body) {
        return json(send(
                login,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(text(body)))));
    }

    /** Replaces with If-Match of what stands there now. */
    JsonNode put(String login, String path, String current, Object body) {
        String etag =
                send(login, request(current).GET()).headers().firstValue("ETag").orElse("*");
        return json(send(
                login,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .PUT(HttpRequest.BodyPublishers.ofString(text(body)))));
    }

    JsonNode upload(String login, String path, String kind, String name, byte[] bytes) {
        String line = "lianfu-" + UUID.randomUUID();
        String head = "--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n".formatted(line, kind)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(line, name);
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + bytes.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(bytes, 0, all, before.length, bytes.length);
        System.arraycopy(after, 0, all, before.length + bytes.length, after.length);
        return json(send(
                login,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + line)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(all))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> send(String login, HttpRequest.Builder request) {
        if (login != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(login, this::signIn));
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 400) {
                throw new WalkFailed(login, response.request().method() + " " + response.uri(), response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signIn(String login) {
        String basic = Base64.getEncoder().encodeToString((login + ":demo-" + login).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                request("/tokens").header("Authorization", "Basic " + basic).POST(HttpRequest.BodyPublishers.noBody());
        return json(send(null, request)).path("token").asText();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON from " + response.uri(), e);
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
