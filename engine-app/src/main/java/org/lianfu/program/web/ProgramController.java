package org.lianfu.program.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Cursor;
import org.lianfu.http.Etags;
import org.lianfu.http.Limit;
import org.lianfu.http.Page;
import org.lianfu.http.Tagged;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading of the published programs, open to all. */
@RestController
@RequestMapping("/api/v1/programs")
class ProgramController {

    static final Refusal PART_UNKNOWN = Refusal.of("program.part-unknown", Kind.MISSING);

    private static final String LIST = "programs";
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

    private final Programs programs;
    private final Directory directory;

    ProgramController(Programs programs, Directory directory) {
        this.programs = programs;
        this.directory = directory;
    }

    @GetMapping
    Page<ProgramJson.Line> list(
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        int wanted = Limit.of(limit);
        List<String> after = Cursor.read(LIST, cursor);
        List<ProgramJson.Line> oneMore = programs.newest().stream()
                .filter(p -> after.isEmpty() || p.ref().code().compareTo(after.get(0)) > 0)
                .limit(wanted + 1L)
                .map(p -> ProgramJson.line(p, programs.isOpen(p), directory, locale))
                .toList();
        return Page.of(oneMore, wanted, line -> Cursor.write(LIST, line.code()));
    }

    @GetMapping("/{code}")
    @Tagged
    ResponseEntity<ProgramJson.Whole> one(@PathVariable String code, Locale locale) {
        Program program = programs.newest(code);
        boolean open = programs.isOpen(program);
        // what is answered follows the reader's language and the day beside the version
        String tag = program.sha256() + "-" + locale.getLanguage() + (open ? "-open" : "");
        return ResponseEntity.ok().eTag(Etags.of(tag)).body(ProgramJson.whole(program, open, directory, locale));
    }

    /** @param part id of the call activity that stands for a part; without it the whole */
    @GetMapping("/{code}/diagram")
    ResponseEntity<String> diagram(@PathVariable String code, @RequestParam(defaultValue = "") String part) {
        return programs.newest(code)
                .picture(part)
                .map(picture -> ResponseEntity.ok().contentType(XML).body(picture.bpmn()))
                .orElseThrow(() -> PART_UNKNOWN.because(Map.of("program", code, "part", part)));
    }

    /** Who may reach these addresses. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        AccessRule.Rules programRules() {
            return AccessRule.Rules.of(
                    AccessRule.open(HttpMethod.GET, "/api/v1/programs"),
                    AccessRule.open(HttpMethod.GET, "/api/v1/programs/{code}"),
                    AccessRule.open(HttpMethod.GET, "/api/v1/programs/{code}/diagram"));
        }
    }
}
