package org.lianfu.portal.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lianfu.document.Documents;
import org.lianfu.portal.VerifiedScreen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where the code on a document leads: whether the record has what the paper says. Tells nothing that is not on the paper. */
@Controller
class VerifyPages {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Documents documents;
    private final Phrases phrases;

    VerifyPages(Documents documents, Phrases phrases) {
        this.documents = documents;
        this.phrases = phrases;
    }

    @GetMapping("/verify/{no}/{seq}/{hash}")
    ModelAndView check(@PathVariable String no, @PathVariable String seq, @PathVariable String hash, Locale locale) {
        Optional<Documents.Held> held =
                NUMBER.matcher(seq).matches() ? documents.check(no, Long.parseLong(seq), hash) : Optional.empty();
        if (held.isEmpty()) {
            ModelAndView page = PageTools.show("verify", new VerifiedScreen(false, no, seq, hash, null, null, false));
            page.setStatus(HttpStatus.NOT_FOUND);
            return page;
        }
        Documents.Held entry = held.get();
        String document =
                entry.kind() == null ? null : phrases.text(entry.kind().titleKey(), locale);
        return PageTools.show(
                "verify",
                new VerifiedScreen(true, no, seq, hash, document, entry.entry().at(), entry.sound()));
    }
}
