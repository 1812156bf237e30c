package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.portal.Cases;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of the checklist of documents: what this very application must and may hand in, and why. */
@RestController
@RequestMapping("/api/v1/applications/{no}/checklist")
class ChecklistController {

    private final Cases cases;
    private final Attachments attachments;

    ChecklistController(Cases cases, Attachments attachments) {
        this.cases = cases;
        this.attachments = attachments;
    }

    /**
     * One kind of document.
     *
     * @param required whether this application needs it, by its answers
     * @param clause clause of the policy that it serves; null when none is cited
     * @param why what it is needed for; null when the program does not say
     * @param given how many files of this kind the applicant has handed in
     */
    record Need(String kind, String title, boolean required, String clause, String why, long given) {}

    record Items(List<Need> items) {}

    /** Empty for those who may not read what was filed. */
    @GetMapping
    Items checklist(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        if (!opened.knowsTheMatter()) {
            return new Items(List.of());
        }
        Map<String, Object> typed = cases.typed(opened);
        List<Attachment> files = attachments.ofCase(no);
        return new Items(opened.program().manifest().documents().stream()
                .map(document -> new Need(
                        document.kind(),
                        document.title().in(locale),
                        document.isRequired(typed),
                        document.clause(),
                        document.why() == null ? null : document.why().in(locale),
                        files.stream()
                                .filter(file -> file.stepId() == null)
                                .filter(file -> file.kind().equals(document.kind()))
                                .count()))
                .toList());
    }
}
