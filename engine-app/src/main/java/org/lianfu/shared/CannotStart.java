package org.lianfu.shared;

/** Something that the site must put right before the house can start; told without a stack trace. */
public final class CannotStart extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String mend;

    /**
     * @param what what is wrong and where, in Chinese and English
     * @param mend how to mend it, in both
     */
    public CannotStart(String what, String mend) {
        super(what + "\n" + mend);
        this.what = what;
        this.mend = mend;
    }

    public String what() {
        return what;
    }

    public String mend() {
        return mend;
    }
}
