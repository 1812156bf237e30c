package org.lianfu.bench;

import java.util.List;

/** Whole numbers given as {@code --name value}. */
record Options(List<String> args) {

    int number(String name, int otherwise) {
        int at = args.indexOf("--" + name);
        return at < 0 || at + 1 >= args.size() ? otherwise : Integer.parseInt(args.get(at + 1));
    }
}
