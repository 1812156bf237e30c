package org.lianfu.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.lianfu.http.Problems;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows every page with invented content, so that the look can be tested without a case behind it. */
@TestComponent
@Controller
class Gallery {

    private final Problems problems;

    Gallery(Problems problems) {
        this.problems = problems;
    }

    /** Every exhibit; a name may carry a variant behind a point. */
    static final List<String> EXHIBITS = List.of(
            "login",
            "login.wrong",
            "home",
            "home.anonymous",
            "home.empty",
            "programs",
            "program",
            "application",
            "section",
            "section.faults",
            "documents",
            "check",
            "receipt",
            "case",
            "case.over",
            "inbox",
            "inbox.empty",
            "cases",
            "credit-summary",
            "task",
            "task.open",
            "task.waiting",
            "supplement",
            "withdraw",
            "password",
            "pool",
            "pool.refused",
            "calendar",
            "calendar.previewed",
            "directory",
            "directory.refused",
            "person",
            "person.refused",
            "limits",
            "limits.refused",
            "incidents",
            "incidents.empty",
            "kept",
            "kept.go-on",
            "verify",
            "verify.unknown",
            "error.400",
            "error.403",
            "error.404",
            "error.409",
            "error.413",
            "error.422",
            "error.429",
            "error.500",
            "error.503");

    @GetMapping("/gallery/{name}")
    String show(@PathVariable String name, Model model) {
        Samples samples =
                new Samples("en".equals(LocaleContextHolder.getLocale().getLanguage()));
        String page = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if ("error".equals(page)) {
            int status = Integer.parseInt(name.substring(name.indexOf('.') + 1));
            model.addAttribute(
                    "problem", problems.of(status, samples.refusal(status), LocaleContextHolder.getLocale(), "/x"));
            return page;
        }
        model.addAttribute("hasFaults", name.endsWith(".faults") || name.endsWith(".wrong"));
        switch (page) {
            case "programs" -> model.addAttribute("programs", samples.programs());
            case "cases" -> model.addAttribute("cases", samples.casesPage());
            default -> model.addAttribute("screen", samples.screen(name));
        }
        return page;
    }

    @GetMapping(path = "/gallery/diagram.bpmn")
    @ResponseBody
    ResponseEntity<String> diagram() throws IOException {
        try (var in = Gallery.class.getResourceAsStream("/browser/sample.bpmn")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_XML)
                    .body(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Signs the visitor in as the sample person, except on pages that are seen before. */
    static final class Signed extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            String path = request.getRequestURI();
            if (path.startsWith("/gallery/") && !path.contains("login") && !path.contains("anonymous")) {
                String role = path.contains("incidents") ? "ROLE_OPERATOR" : "ROLE_BANK_RM";
                SecurityContextHolder.getContext()
                        .setAuthentication(new UsernamePasswordAuthenticationToken(
                                "bank.a.rm", "", AuthorityUtils.createAuthorityList(role)));
            }
            chain.doFilter(request, response);
        }
    }
}
