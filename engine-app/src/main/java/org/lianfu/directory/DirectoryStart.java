package org.lianfu.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CannotStart;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Before anybody asks the directory: the organisations of the plan are there, in the demo its invented people too, and in
 * production none of those.
 */
@Component
class DirectoryStart implements InitializingBean {

    private final DirectoryImport imports;
    private final PersonRows people;
    private final Environment environment;

    DirectoryStart(DirectoryImport imports, PersonRows people, Environment environment) {
        this.imports = imports;
        this.people = people;
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            refusePersonas();
        }
        imports.load(text("sql/data/org-units.yaml"), false, Actor.SYSTEM);
        if (environment.acceptsProfiles(Profiles.of("demo & !prod"))) {
            imports.load(text("sql/demo/directory.yaml"), true, Actor.SYSTEM);
        }
    }

    private void refusePersonas() {
        int personas = people.countPersonas();
        if (personas > 0) {
            throw new CannotStart(
                    "数据库中有 " + personas + " 名演示人员，其密码是公开的。 This database holds " + personas
                            + " demo people whose passwords are public; profile prod does not start on it.",
                    "请改用空数据库。 Use an empty database.");
        }
    }

    private static String text(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
