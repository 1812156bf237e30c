package org.lianfu.program.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lianfu.engine.Gate;
import org.lianfu.program.Finding;

/** The packs of the repository and the test pack, and a way to break one file of them. */
final class ShippedPacks {

    static final Library LIBRARY = Library.of(Path.of("..")).plus(Library.of(Path.of("src/test/packs")));

    private static final PackVerifier VERIFIER = new PackVerifier(
            Gate.with(
                    "offerToNextBank",
                    "recordContract",
                    "requestPledgeRegistration",
                    "bookDrawdown",
                    "bookRepayment",
                    "bookPayment",
                    "bookArrival",
                    "bookReturn",
                    "requestFiling"),
            Gate.decisions(),
            new Offices(
                    org -> org.matches("ZZ_(FIN_OFFICE|DRC|ST|IIT|HTZ|ETZ)|APPRAISAL_[AB]|EXPERTS"),
                    role -> role.matches(
                            "(APPLICANT|BANK)_[A-Z_]+|EXPERT|ACCEPTOR|INITIAL_REVIEWER|APPROVER|RECOMMENDER|APPRAISER"),
                    (org, role) -> !role.equals("BANK_VACANT") && !org.equals("ZZ_NOBODY")));

    private ShippedPacks() {}

    static PackVerifier.Verdict verify(Pack pack) {
        return VERIFIER.verify(pack);
    }

    static java.util.List<Finding> findings(Pack pack) {
        return verify(pack).findings();
    }

    /** The pack with one file written anew; null takes the file away. */
    static Pack with(String code, String path, String content) {
        SortedMap<String, byte[]> files = new TreeMap<>(LIBRARY.files());
        if (content == null) {
            files.remove(path);
        } else {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
        }
        return new Library(files).pack(code);
    }

    /** The pack with one place of a file changed; fails when the file does not have that place. */
    static Pack changed(String code, String path, UnaryOperator<String> change) {
        String before = LIBRARY.pack(code).text(path);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new IllegalArgumentException("nothing changed in " + path);
        }
        return with(code, path, after);
    }
}
