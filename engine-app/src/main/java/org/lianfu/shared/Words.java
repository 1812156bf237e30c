package org.lianfu.shared;

/** The same words in the two languages of the product; Chinese is the original. */
public record Words(String zh, String en) {

    public String in(java.util.Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
