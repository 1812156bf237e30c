package org.lianfu.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A persona signed in over HTTP: with a session on pages, with a token on the API. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String token;

    private Visitor(int port, String login, boolean api) throws Exception {
        this.base = "http://127.0.0.1:" + port;
        this.token = api ? token(login) : null;
        if (!api) {
            signIn(login);
        }
    }

    static Visitor onPages(int port, String login) throws Exception {
        return new Visitor(port, login, false);
    }

    static Visitor onApi(int port, String login) throws Exception {
        return new Visitor(port, login, true);
    }

    private String token(String login) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":demo-" + login).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                request("/api/v1/tokens")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return found(TOKEN, answer, login);
    }

    private void signIn(String login) throws Exception {
        HttpResponse<String> page = http.send(request("/login").build(), BodyHandlers.ofString());
        String form = "username=" + encode(login) + "&password=" + encode("demo-" + login) + "&_csrf="
                + encode(found(CSRF, page, login));
        HttpResponse<String> answer = http.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String where = answer.headers().firstValue("Location").orElse("/login");
        if (answer.statusCode() != 302 || where.contains("/login")) {
            throw new Untrustworthy(login + " could not sign in: " + answer.statusCode() + " " + where);
        }
    }

    private static String found(Pattern pattern, HttpResponse<String> answer, String login) {
        Matcher matcher = pattern.matcher(answer.body());
        if (!matcher.find()) {
            throw new Untrustworthy(login + " could not sign in: " + answer.statusCode());
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** The whole answer of a GET. */
    HttpResponse<String> get(String path) throws Exception {
        HttpRequest.Builder request = request(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The whole answer of a POST of JSON to the API, under a key of its own. */
    HttpResponse<String> post(String path, String json) throws Exception {
        return http.send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }
}
