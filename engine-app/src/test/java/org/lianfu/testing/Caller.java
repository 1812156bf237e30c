package org.lianfu.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
