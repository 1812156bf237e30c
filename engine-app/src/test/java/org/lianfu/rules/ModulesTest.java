package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.Lianfu;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Modules keep to the dependencies that they declare, and to each other's front doors. */
class ModulesTest {

    private static final ImportOption ONLY_TESTS = new ImportOption() {
        @Override
        public boolean includes(Location location) {
            return location.contains("test-classes");
        }
    };

    @Test
    void everyModuleKeepsToWhatItDeclares() {
        ApplicationModules.of(Lianfu.class).verify();
    }

    /** The engine and the screens may use every front door; nobody uses them. */
    @Test
    void everyModuleDeclaresWhatItMayUse() {
        ApplicationModules.of(Lianfu.class).stream().forEach(module -> {
            ApplicationModule declared;
            try {
                declared = Class.forName(module.getBasePackage().getName() + ".package-info")
                        .getAnnotation(ApplicationModule.class);
            } catch (ClassNotFoundException e) {
                declared = null;
            }
            assertThat(declared)
                    .as(module.getIdentifier() + " has an @ApplicationModule")
                    .isNotNull();
            if (List.of("engine", "portal").contains(module.getIdentifier().toString())) {
                return;
            }
            assertThat(Arrays.asList(declared.allowedDependencies()))
                    .as(module.getIdentifier() + " lists what it may use")
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        });
    }

    @Test
    void aModuleThatReachesWhereItMayNotOrIntoADrawerIsCaught() {
        assertThatThrownBy(() -> ApplicationModules.of("org.lianfu.rules.badhouse", ONLY_TESTS)
                        .verify())
                .hasMessageContaining("lower")
                .hasMessageContaining("upper")
                .hasMessageContaining("neighbour.Prying -> org.lianfu.rules.badhouse.upper.store.Drawer");
    }
}
