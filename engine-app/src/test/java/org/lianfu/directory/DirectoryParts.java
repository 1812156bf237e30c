package org.lianfu.directory;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What a test of this module stands on. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DirectoryStart.class,
    DirectoryImport.class,
    DirectoryDesk.class,
    Directory.class,
    OrgShelf.class,
    Duties.class,
    Passwords.class,
    SignInDesk.class,
    Attempts.class
})
class DirectoryParts {}
