package org.lianfu.document;

import java.util.List;

/**
 * A document as it is printed: every word is there, the template decides nothing.
 *
 * @param lang language tag of its words
 * @param number of the document, unique in the house
 * @param lead the sentence that it is about
 * @param notes what its reader has to know
 * @param unprinted names of characters that the typeface lacks, for example {@code 〔U+20BB7〕}; empty as a rule
 */
record Sheet(
        String lang,
        String title,
        String number,
        String issuer,
        String lead,
        List<Part> parts,
        List<String> notes,
        Proof proof,
        List<String> unprinted) {

    /** Lines that belong together. */
    record Part(String title, List<Line> lines) {}

    /** What something is called, and what it is; a list has several values. */
    record Line(String label, List<String> values) {

        static Line of(String label, String value) {
            return new Line(label, List.of(value));
        }
    }

    /**
     * Where the trail says the same.
     *
     * @param made when the entry was written, as people read it
     * @param pdfDate the same as PDF writes it
     * @param address where it can be held against the record
     * @param qr the address as a picture
     */
    record Proof(String caseNo, long seq, String hash, String made, String pdfDate, String address, String qr) {}

    Sheet naming(List<String> characters) {
        return new Sheet(lang, title, number, issuer, lead, parts, notes, proof, characters);
    }
}
