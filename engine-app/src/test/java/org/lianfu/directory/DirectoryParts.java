package org.lianfu.directory;

import org.lianfu.trail.Trail;
import org.lianfu.vault.Vault;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** What a test of this module stands on. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = {Trail.class, Vault.class})
@Import({
    DirectoryStart.class,
    DirectoryImport.class,
    OrgChains.class,
    Scribe.class,
    DirectoryDesk.class,
    LimitsDesk.class,
    LimitsBook.class,
    Register.class,
    PersonnelDesk.class,
    Directory.class,
    OrgShelf.class,
    Duties.class,
    Passwords.class,
    SignInDesk.class,
    Attempts.class
})
class DirectoryParts {}
