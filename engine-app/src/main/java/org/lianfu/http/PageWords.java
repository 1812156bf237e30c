package org.lianfu.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the pages know about words, so that the error page speaks as they do: it shows no code, and loses nothing typed. */
public interface PageWords {

    /** What somebody typed into one control, under the words that stand beside it. */
    record Typed(String label, List<String> lines) {}

    /** What the refused form had sent, so that the error page gives it back; none when nothing was typed. */
    List<Typed> typed(HttpServletRequest request, Locale locale);

    /** The arguments of a refusal as people call them: steps, posts, people, states and outcomes instead of their codes. */
    Map<String, Object> worded(Map<String, ?> arguments, Locale locale);
}
