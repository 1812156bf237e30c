package org.lianfu.directory;

/** What kind of organisation it is. */
public enum OrgType {
    COORDINATION,
    BUREAU,
    PARTY,
    MASS_ORG,
    DISTRICT,
    PARK,
    SOE,
    REGULATOR,
    INTERMEDIARY,
    BANK,
    FIRM,
    PERSON,
    PLATFORM
}
