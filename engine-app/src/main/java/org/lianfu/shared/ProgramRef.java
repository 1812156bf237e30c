package org.lianfu.shared;

/** One published version of one program: what a case is pinned to. */
public record ProgramRef(String code, String version) {

    @Override
    public String toString() {
        return code + "@" + version;
    }
}
