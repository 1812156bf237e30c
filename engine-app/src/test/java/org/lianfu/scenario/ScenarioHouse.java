package org.lianfu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.AfterAll;
import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.spring.CucumberContextConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.FactSource;
import org.lianfu.engine.TakenWays;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.pack.ProcessModel;
import org.lianfu.program.pack.ProcessReader;
import org.lianfu.review.KeptSteps;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The house in which scenarios are played: in memory, as it was first opened, with a clock that the scenario sets. */
@CucumberContextConfiguration
@WholeHouse
@OnH2(shared = "scenarios")
@TestPropertySource(properties = "lianfu.program.folders=src/test/packs")
@Import(ScenarioHouse.Extras.class)
public class ScenarioHouse {

    private static TakenWays taken;
    private static List<Program> played = List.of();

    /** All scenarios of all packs together; an author who waits longer stops asking. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static long began;

    @Autowired
    private FreshTables tables;

    @Autowired
    private TestClock clock;

    @Autowired
    private ToldFacts told;

    @Autowired
    private Programs programs;

    @Autowired
    private TakenWays ways;

    @Autowired
    private Rounds rounds;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private KeptSteps kept;

    @Before
    public void asOnTheFirstDay() {
        began = began == 0 ? System.nanoTime() : began;
        taken = ways;
        played = programs.newest();
        clock.reset();
        told.clear();
        tables.restore();
    }

    /** What the house remembers of the steps of a case is what stands in their tables, after every line of a scenario. */
    @AfterStep
    public void remembersNothingElse() {
        assertThat(kept.differences()).isEmpty();
    }

    /** However a case ended, nothing in it is left open. */
    @After
    public void endedCasesAreInOrder() {
        rounds.make();
        assertThat(new EndedCases(sql).leftovers()).isEmpty();
    }

    /** Every flow and every end of every program has been passed by some scenario, and nobody had to wait for it. */
    @AfterAll
    public static void everyBranchWasPassedInTime() {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(MOST) > 0) {
            throw new AssertionError("the scenarios took " + took + ", more than " + MOST);
        }
        List<String> missing = new ArrayList<>();
        for (Program program : played) {
            ProcessModel model = ProcessReader.read(program.model().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Set<String> passed = taken.of(program.ref().code());
            model.ways().stream()
                    .filter(way -> !passed.contains(way.id()))
                    .forEach(way ->
                            missing.add(program.ref() + " " + way.id() + " (" + way.from() + " → " + way.to() + ")"));
            model.all("endEvent")
                    .filter(end -> !passed.contains(end.id()))
                    .forEach(end -> missing.add(program.ref() + " " + end.id()));
        }
        if (!missing.isEmpty()) {
            throw new AssertionError("no scenario passes " + String.join(", ", missing));
        }
    }

    /** Facts that a scenario tells instead of the registers. */
    static final class ToldFacts {

        private final Map<String, Object> facts = new LinkedHashMap<>();

        void clear() {
            facts.clear();
        }

        void tell(String fact, Object value) {
            facts.put(fact, value);
        }

        FactSource over(FactSource source) {
            return new FactSource() {
                @Override
                public String name() {
                    return source.name();
                }

                @Override
                public Set<String> asksBy() {
                    return source.asksBy();
                }

                @Override
                public Looked look(Inquiry inquiry) {
                    Looked looked = source.look(inquiry);
                    Map<String, Object> all = new LinkedHashMap<>(looked.facts());
                    facts.forEach(all::replace);
                    return new Looked(looked.source(), all);
                }
            };
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Extras {

        @Bean
        static TakenWays takenWays() {
            return new TakenWays();
        }

        @Bean
        static ToldFacts toldFacts() {
            return new ToldFacts();
        }

        @Bean
        static FreshTables freshTables(javax.sql.DataSource database) {
            return new FreshTables(database);
        }

        @Bean
        static KeptSteps keptSteps(org.springframework.context.ApplicationContext house) {
            return new KeptSteps(house);
        }

        @Bean
        static Rounds rounds(org.springframework.context.ApplicationContext house) {
            return new Rounds(house);
        }

        @Bean
        static BeanPostProcessor factsAreTold(org.springframework.beans.factory.ObjectProvider<ToldFacts> told) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof FactSource source ? told.getObject().over(source) : bean;
                }
            };
        }
    }
}
