package org.lianfu.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** What the layout promises, as rules over the compiled classes. {@link HouseRulesTest} shows that each one bites. */
final class HouseRules {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Pattern CEREMONY =
            Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO|Service|ServiceBean)");
    private static final Pattern READING = Pattern.compile(
            "(find|list|page|read|show|view|count|is|has|may|can|of|lookUp|judge|equals|hashCode|toString).*");

    /** Each statement commits by itself: a failed attempt must count although the sign-in is refused. */
    private static final Set<String> OWN_TRANSACTIONS = Set.of("SignInDesk.signIn", "SignInDesk.tokenOwner");

    static final ArchRule CAMUNDA_ONLY_IN_ENGINE = noClasses()
            .that(resideOutsideOfPackage("org.lianfu.engine.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "camundajar..", "spinjar..")
            .because("one module knows the engine, so that a move to a fork is a rename");

    static final ArchRule NOBODY_USES_ENGINE = noClasses()
            .that(resideOutsideOfPackage("org.lianfu.engine.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lianfu.engine.."))
            .because("the house knows flow, not the engine behind it");

    static final ArchRule NOBODY_USES_PORTAL = noClasses()
            .that(resideOutsideOfPackage("org.lianfu.portal.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lianfu.portal.."))
            .because("screens join modules; no module leans on a screen");

    static final ArchRule NO_FLOATING_FIELD = noFields()
            .should(haveType(FLOATING))
            .because("money is whole fen, rates are decimals: a binary fraction rounds");

    static final ArchRule NO_FLOATING_PARAMETER_OR_RESULT =
            classes().should(notSpeakIn(FLOATING)).because("money is whole fen, rates are decimals");

    static final ArchRule TIME_ONLY_FROM_THE_CLOCK = classes()
            .should(notCall(
                    "ask the machine for the time",
                    access -> asksTheMachine(access)
                            && !access.getOriginOwner().getName().equals("org.lianfu.Lianfu")))
            .because("a test, a scenario and a replay must be able to say what time it is");

    static final ArchRule NO_CEREMONY_IN_NAMES = classes()
            .should(satisfy(
                    "not be called …Impl, …Manager, …Helper, …Util, …Dto, …Service",
                    c -> CEREMONY.matcher(c.getSimpleName()).matches()))
            .because("a desk has the name of the counter one would walk up to");

    static final ArchRule NO_CEREMONY_IN_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..service..", "..services..", "..dto..", "..common..", "..util..", "..utils..", "..impl..")
            .because("packages are modules, or the three drawers of one");

    static final ArchRule NOBODY_SETS_THE_ENGINE_CLOCK = classes()
            .should(notCall(
                    "set the engine's clock",
                    access -> access.getTargetOwner().getName().equals("org.camunda.bpm.engine.impl.util.ClockUtil")))
            .because("the engine's clock is one per JVM: a scenario would fire the timers of live cases");

    static final ArchRule NOBODY_CREATES_EXPRESSIONS = classes()
            .should(notCall(
                    "create an expression",
                    access -> access.getName().equals("createExpression")
                            && access.getTargetOwner().getName().startsWith("org.camunda.")))
            .because("text that somebody typed must never become an expression");

    static final ArchRule NOBODY_QUERIES_TASKS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.camunda\\.bpm\\.engine\\.(task\\.TaskQuery|TaskService)")
            .because("task queries of the last community release evaluate expressions (CVE-2026-109432)");

    static final ArchRule XML_ONLY_THROUGH_SAFE_XML = classes()
            .should(notCall(
                    "open XML by itself",
                    access -> access.getTargetOwner().getPackageName().startsWith("javax.xml.")
                            && access.getTargetOwner().getSimpleName().endsWith("Factory")
                            && access.getName().startsWith("new")
                            && !access.getOriginOwner().getName().equals("org.lianfu.shared.SafeXml")))
            .because("one factory is hardened and tested, others are not");

    static final ArchRule DESKS_ACT_IN_ONE_TRANSACTION = classes()
            .that()
            .haveSimpleNameEndingWith("Desk")
            .should(actInTransactions())
            .because("one act is one transaction: rows, engine, trail and outbox commit together");

    static final ArchRule NO_FIELD_INJECTION = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .because("what a class needs stands in its constructor");

    private HouseRules() {}

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        List<String> parameters = access instanceof com.tngtech.archunit.core.domain.JavaCall<?> call
                ? call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                : List.of();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !parameters.contains(Clock.class.getName());
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "<init>" -> owner.equals(Date.class.getName()) && parameters.isEmpty();
            case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals(Clock.class.getName());
            case "getInstance" -> owner.equals("java.util.Calendar");
            default -> false;
        };
    }

    private static ArchCondition<JavaClass> notCall(String what, Function<JavaAccess<?>, Boolean> forbidden) {
        return new ArchCondition<>("not " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(forbidden::apply)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(item, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> satisfy(String what, Function<JavaClass, Boolean> forbidden) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (forbidden.apply(item)) {
                    events.add(SimpleConditionEvent.violated(item, item.getName()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notSpeakIn(Set<String> types) {
        return new ArchCondition<>("not take or give " + types) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnit unit : item.isAnonymousClass() ? Set.<JavaCodeUnit>of() : item.getCodeUnits()) {
                    Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                            .filter(type -> types.contains(type.getName()))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    item, unit.getFullName() + " speaks in " + type.getName())));
                }
            }
        };
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> haveType(Set<String> types) {
        return new ArchCondition<>("have one of the types " + types) {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField item, ConditionEvents events) {
                boolean has =
                        types.contains(item.getRawType().getBaseComponentType().getName());
                events.add(new SimpleConditionEvent(item, has, item.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaClass> actInTransactions() {
        return new ArchCondition<>("be @Transactional in every public method that acts") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean whole = item.isAnnotatedWith(Transactional.class);
                for (JavaMethod method : item.getMethods()) {
                    boolean acts = method.getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getModifiers().contains(JavaModifier.STATIC)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && !READING.matcher(method.getName()).matches()
                            && !OWN_TRANSACTIONS.contains(item.getSimpleName() + "." + method.getName());
                    if (acts && !whole && !method.isAnnotatedWith(Transactional.class)) {
                        events.add(SimpleConditionEvent.violated(
                                item, method.getFullName() + " acts without @Transactional"));
                    }
                }
            }
        };
    }
}
