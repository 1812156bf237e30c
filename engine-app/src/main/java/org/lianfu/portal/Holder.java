package org.lianfu.portal;

/**
 * Who has a step in hand, as far as the reader may know: an organisation and a role, and a person only inside the
 * reader's own organisation.
 *
 * @param org name in the reader's language
 * @param role name in the reader's language
 * @param person null unless the reader may know
 */
public record Holder(String org, String role, String person) {}
