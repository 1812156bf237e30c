package org.lianfu.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The components of Camunda Forms that a form may use. Everything else is refused. */
public enum Type {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    DATETIME,
    GROUP,
    DYNAMICLIST,
    TEXT;

    static Optional<Type> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** As it stands in the file, for example {@code textfield}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the component takes an answer of its own. */
    public boolean asks() {
        return this != GROUP && this != DYNAMICLIST && this != TEXT;
    }

    boolean choosesOne() {
        return this == RADIO || this == SELECT;
    }

    boolean hasOptions() {
        return choosesOne() || this == CHECKLIST;
    }
}
