package org.lianfu.program;

import org.lianfu.directory.Directory;
import org.lianfu.directory.Duties;
import org.lianfu.flow.Decisions;
import org.lianfu.program.pack.Offices;
import org.lianfu.program.pack.PackVerifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Furnishes the module: the rules of packs, held against this house's directory. */
@Configuration(proxyBeanMethods = false)
class ProgramRoom {

    /**
     * @param publish a program that applicants can use at once must have people who work on it; a draft may wait for them
     */
    @Bean
    PackVerifier packVerifier(
            PackGate gate,
            Decisions decisions,
            Directory directory,
            Duties duties,
            @Value("${lianfu.program.publish:false}") boolean publish) {
        return new PackVerifier(
                gate,
                decisions,
                new Offices(
                        org -> directory.find(org).isPresent(),
                        duties::isRole,
                        (org, role) -> !publish || isHeld(directory, org, role)));
    }

    private static boolean isHeld(Directory directory, String org, String role) {
        return RoleDef.isOfCase(org)
                ? directory.isHeld(role)
                : !directory.holders(org, role).isEmpty();
    }
}
