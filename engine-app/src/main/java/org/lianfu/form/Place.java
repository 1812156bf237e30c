package org.lianfu.form;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in the answers a field stands, in the three spellings that are needed.
 *
 * @param pointer JSON pointer, {@code /rights/0}
 * @param name name prefix of an HTML control, {@code rights[0].}
 * @param zh what stands before a label in a sentence, {@code 知识产权第 1 项 · }
 * @param en the same in English, after the label
 */
record Place(String pointer, String name, String zh, String en) {

    static final Place ROOT = new Place("", "", "", "");

    String pointer(String key) {
        return pointer + "/" + key;
    }

    String name(String key) {
        return name + key;
    }

    /** Id of the row that shows the field here. */
    String id(Field field) {
        return field.key() == null ? id("c." + name + field.id()) : id(name(field.key()));
    }

    private static String id(String name) {
        return "f-" + name.replace("[", "-").replace("]", "").replace('.', '-');
    }

    Place inside(Field group) {
        return group.key() == null ? this : new Place(pointer(group.key()), name(group.key()) + ".", zh, en);
    }

    Place row(Field list, int index, String label, String english) {
        return new Place(
                pointer(list.key()) + "/" + index,
                name(list.key()) + "[" + index + "].",
                zh + label + "第 " + (index + 1) + " 项 · ",
                " (" + english + ", no. " + (index + 1) + ")" + en);
    }

    /** The arguments that say in a fault's sentence where it is. */
    Map<String, String> where(String label, String english) {
        Map<String, String> where = new HashMap<>();
        where.put("label", zh + label);
        where.put("labelEn", english + en);
        return where;
    }
}
