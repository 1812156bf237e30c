package org.lianfu.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of the running house: one browser with its cookies, or one API client with its token. Follows no redirect. */
public final class Caller {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token;

    public Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<String> raw) {

        public String body() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(raw.body());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(status + " " + raw.body(), e);
            }
        }
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** An API client of the persona. */
    public static Caller api(int port, String login) {
        Caller caller = new Caller(port);
        Answer answer = caller.send("POST", "/api/v1/tokens", null, "Authorization", basic(login, "demo-" + login));
        caller.token = answer.json().path("token").textValue();
        if (caller.token == null) {
            throw new IllegalStateException(login + ": " + answer.status() + " " + answer.body());
        }
        return caller;
    }

    public static String basic(String login, String password) {
        byte[] both = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** A browser in which the persona has signed in. */
    public static Caller browser(int port, String login) {
        Caller caller = new Caller(port);
        Answer answer = caller.signIn(login, "demo-" + login);
        if (answer.status() != 302 || answer.header("Location").contains("/login")) {
            throw new IllegalStateException(login + ": " + answer.status() + " " + answer.header("Location"));
        }
        return caller;
    }

    public Answer signIn(String login, String password) {
        return submit("/login", "/login", Map.of("username", login, "password", password));
    }

    public String token() {
        return token;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json, all);
    }

    /** Opens a page for its CSRF token and posts a form with it. */
    public Answer submit(String page, String action, Map<String, String> fields) {
        return form(action, csrf(page), fields);
    }

    public String csrf(String page) {
        Answer answer = get(page, "Accept", "text/html");
        Matcher found = CSRF.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("no form on " + page + ": " + answer.status());
        }
        return found.group(1);
    }

    /** Posts a form; {@code csrf} may be null. */
    public Answer form(String action, String csrf, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        body += csrf == null ? "" : "&_csrf=" + encode(csrf);
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", action, body, all);
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(
                method,
                path,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                BodyHandlers.ofString(),
                headers);
    }

    private Answer send(
            String method, String path, BodyPublisher body, BodyHandler<String> handler, String... headers) {
        HttpResponse<String> answer = exchange(method, path, body, handler, headers);
        return new Answer(answer.statusCode(), answer);
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends fields and one file {@code file} as a browser's form does. */
    public Answer upload(String path, Map<String, String> fields, String name, byte[] bytes, String... headers) {
        String line = "lianfu-test-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(
                ("--" + line + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=" + line;
        return send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()), BodyHandlers.ofString(), all);
    }

    /** The bytes of a file as they were sent. */
    public byte[] download(String path, String... headers) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray(), headers)
                .body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
