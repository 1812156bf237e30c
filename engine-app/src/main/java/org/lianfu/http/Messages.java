package org.lianfu.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.shared.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the product in its two languages: Chinese is the original, English stands beside it. Reads all
 * bundles under {@code messages/}; placeholders are named ({@code {who}}) for Java and numbered ({@code {0}}) for
 * templates, and the two never mix in one sentence.
 */
@Component("messageSource")
public class Messages implements MessageSource {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> zh = new HashMap<>();
    private final Map<String, String> en = new HashMap<>();

    public Messages() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            for (Resource file : files) {
                boolean english = String.valueOf(file.getFilename()).endsWith("_en.properties");
                read(file, english ? en : zh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Resource file, Map<String, String> into) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        for (String key : texts.stringPropertyNames()) {
            String before = into.put(key, texts.getProperty(key));
            if (before != null && !before.equals(texts.getProperty(key))) {
                throw new IllegalStateException("message key " + key + " stands twice, again in " + file.getFilename());
            }
        }
    }

    /**
     * The sentence under {@code key}; the key itself where no bundle has it, so that a hole is seen. An argument that is
     * {@link Words} is said in the sentence's language.
     */
    public String text(String key, Locale locale, Map<String, ?> arguments) {
        String sentence = find(key, locale);
        return sentence == null ? key : fill(sentence, arguments, locale);
    }

    public String text(String key, Locale locale) {
        return text(key, locale, Map.of());
    }

    public boolean has(String key) {
        return zh.containsKey(key);
    }

    /** All keys of one language, for tests and for drawing up lists. */
    public Set<String> keys(Locale locale) {
        return new TreeSet<>(table(locale).keySet());
    }

    private Map<String, String> table(Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? en : zh;
    }

    private String find(String key, Locale locale) {
        String sentence = table(locale).get(key);
        return sentence == null ? zh.get(key) : sentence;
    }

    private static String fill(String sentence, Map<String, ?> arguments, Locale locale) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        Matcher places = PLACE.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Object given = arguments.get(places.group(1));
            Object value = given instanceof Words words ? words.in(locale) : given;
            places.appendReplacement(
                    filled, Matcher.quoteReplacement(value == null ? places.group() : String.valueOf(value)));
        }
        return places.appendTail(filled).toString();
    }

    private static Map<String, Object> arguments(Object[] args) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; args != null && i < args.length; i++) {
            if (args[i] instanceof Map<?, ?> map) {
                map.forEach((k, v) -> named.put(String.valueOf(k), v));
            }
            named.put(String.valueOf(i), args[i]);
        }
        return named;
    }

    @Override
    public String getMessage(String code, Object[] args, String defaultMessage, Locale locale) {
        String sentence = find(code, locale);
        return sentence == null ? defaultMessage : fill(sentence, arguments(args), locale);
    }

    @Override
    public String getMessage(String code, Object[] args, Locale locale) {
        String sentence = find(code, locale);
        if (sentence == null) {
            throw new NoSuchMessageException(code, locale);
        }
        return fill(sentence, arguments(args), locale);
    }

    @Override
    public String getMessage(MessageSourceResolvable wanted, Locale locale) {
        String[] codes = wanted.getCodes();
        for (int i = 0; codes != null && i < codes.length; i++) {
            String sentence = find(codes[i], locale);
            if (sentence != null) {
                return fill(sentence, arguments(wanted.getArguments()), locale);
            }
        }
        if (wanted.getDefaultMessage() != null) {
            return wanted.getDefaultMessage();
        }
        throw new NoSuchMessageException(codes == null || codes.length == 0 ? "" : codes[codes.length - 1], locale);
    }
}
