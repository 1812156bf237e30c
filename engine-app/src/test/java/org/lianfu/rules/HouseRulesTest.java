package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.rules.bad.ClockSetter;
import org.lianfu.rules.bad.EngineNeighbour;
import org.lianfu.rules.bad.EngineUser;
import org.lianfu.rules.bad.ExpressionMaker;
import org.lianfu.rules.bad.FieldInjected;
import org.lianfu.rules.bad.HastyDesk;
import org.lianfu.rules.bad.MachineTime;
import org.lianfu.rules.bad.OwnXml;
import org.lianfu.rules.bad.PortalUser;
import org.lianfu.rules.bad.RoundedMoney;
import org.lianfu.rules.bad.TaskAsker;
import org.lianfu.rules.bad.ThingManager;
import org.lianfu.rules.bad.service.Anything;

/** Every rule holds for the house, and each catches the class that was built to break it. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lianfu");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(HouseRules.CAMUNDA_ONLY_IN_ENGINE, EngineUser.class),
                arguments(HouseRules.NOBODY_USES_ENGINE, EngineNeighbour.class),
                arguments(HouseRules.NOBODY_USES_PORTAL, PortalUser.class),
                arguments(HouseRules.NO_FLOATING_FIELD, RoundedMoney.class),
                arguments(HouseRules.NO_FLOATING_PARAMETER_OR_RESULT, RoundedMoney.class),
                arguments(HouseRules.TIME_ONLY_FROM_THE_CLOCK, MachineTime.class),
                arguments(HouseRules.NO_CEREMONY_IN_NAMES, ThingManager.class),
                arguments(HouseRules.NO_CEREMONY_IN_PACKAGES, Anything.class),
                arguments(HouseRules.NOBODY_SETS_THE_ENGINE_CLOCK, ClockSetter.class),
                arguments(HouseRules.NOBODY_CREATES_EXPRESSIONS, ExpressionMaker.class),
                arguments(HouseRules.NOBODY_QUERIES_TASKS, TaskAsker.class),
                arguments(HouseRules.XML_ONLY_THROUGH_SAFE_XML, OwnXml.class),
                arguments(HouseRules.DESKS_ACT_IN_ONE_TRANSACTION, HastyDesk.class),
                arguments(HouseRules.NO_FIELD_INJECTION, FieldInjected.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsForTheHouseAndCatchesTheBadClass(ArchRule rule, Class<?> bad) {
        assertThat(rule.evaluate(HOUSE).getFailureReport().getDetails()).isEmpty();
        EvaluationResult caught = rule.evaluate(new ClassFileImporter().importClasses(bad));
        assertThat(caught.getFailureReport().getDetails()).isNotEmpty().allMatch(line -> line.contains(bad.getName()));
    }

    /** Every way of asking the machine is caught, and a clock that was handed in is not. */
    @org.junit.jupiter.api.Test
    void eachWayToAskTheMachineForTheTimeIsCaught() {
        EvaluationResult caught =
                HouseRules.TIME_ONLY_FROM_THE_CLOCK.evaluate(new ClassFileImporter().importClasses(MachineTime.class));
        assertThat(caught.getFailureReport().getDetails()).hasSize(MachineTime.WAYS);
    }
}
