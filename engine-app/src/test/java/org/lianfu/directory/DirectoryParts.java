package org.lianfu.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a test of this module stands on. */
@Configuration(proxyBeanMethods = false)
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
