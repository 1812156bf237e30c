package org.lianfu.shared;

/**
 * Who may read a form, a file, an opinion or a trail entry. Declared on each step of a pack; the firm always sees
 * organisation and role, never a person.
 */
public enum Audience {
    /** The applicant: the firm or person that filed. */
    APPLICANT,
    /** The bank that holds the case. */
    BANK,
    /** Bureaus with a step in the case. */
    BUREAU,
    /** Finance office, treasury and auditor. */
    SCHEME,
    /** Everybody. */
    PUBLIC
}
