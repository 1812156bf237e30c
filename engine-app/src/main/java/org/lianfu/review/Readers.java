package org.lianfu.review;

import java.util.EnumSet;
import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.program.Program;
import org.lianfu.program.SeatRule;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/**
 * Who a person is to a case: the audiences 知悉范围 that this person belongs to. Decides what is shown of forms, files,
 * opinions and trail entries, everywhere in the same way.
 */
@Component
public class Readers {

    /** The auditor watches wherever the post is. */
    private static final String AUDITOR = "FINANCE_AUDITOR";

    /** The two offices that watch over schemes and money: finance office 金融办 and treasury 财政局. */
    private static final Set<String> SCHEME_OFFICES = Set.of("ZZ_FIN_OFFICE", "ZZ_TREASURY");

    /** Their officers who handle cases and money; who designs programs there handles none. */
    private static final Set<String> OFFICERS = Set.of(
            "ACCEPTOR",
            "INITIAL_REVIEWER",
            "RE_REVIEWER",
            "APPROVER",
            "FUND_PLANNER",
            "BUDGET_OFFICER",
            "PAYMENT_REVIEWER",
            "TREASURY_PAYER_MAKER",
            "TREASURY_PAYER_CHECKER");

    private static final String BANK_DUTIES = "BANK_";
    private static final String APPRAISER = "APPRAISER";

    private final Steps steps;

    Readers(Steps steps) {
        this.steps = steps;
    }

    /** The audiences of this person in this case; empty when the case does not exist for this person. */
    public Set<Audience> of(Actor actor, Application application) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        if (actor.org().equals(application.org())) {
            audiences.add(Audience.APPLICANT);
        }
        if (application.submittedAt() == null) {
            return audiences;
        }
        if (actor.org().equals(application.holderBank())) {
            audiences.add(Audience.BANK);
        }
        if (watchesSchemes(actor)) {
            audiences.add(Audience.SCHEME);
        }
        if (audiences.isEmpty() && actor.has(APPRAISER)) {
            if (isCommissioned(application.no(), actor.org())) {
                audiences.add(Audience.APPRAISER);
            }
        } else if (audiences.isEmpty() && !isBank(actor) && steps.hasStepOf(application.no(), actor.org())) {
            audiences.add(Audience.BUREAU);
        }
        if (!audiences.isEmpty()) {
            audiences.add(Audience.PUBLIC);
        }
        return audiences;
    }

    /** Whoever was commissioned before, and did not value, is not in the case any more. */
    private boolean isCommissioned(CaseNo no, String org) {
        return steps.ofCase(no).stream()
                .filter(step -> step.place().role().equals(APPRAISER))
                .reduce((earlier, later) -> later)
                .filter(newest -> newest.place().org().equals(org))
                .isPresent();
    }

    /** Whether this person watches over schemes and money, and so may look into every case. */
    public static boolean watchesSchemes(Actor actor) {
        return actor.has(AUDITOR)
                || SCHEME_OFFICES.contains(actor.org())
                        && actor.roles().stream().anyMatch(OFFICERS::contains);
    }

    /**
     * Whether this reader may know what was applied for and decided in those cases of a program that it has to do with:
     * whoever may read what was filed.
     */
    public static boolean knowsTheMatter(Actor actor, Program program) {
        boolean partner = actor.has(ApplicationDesk.OPERATOR) || actor.has(ApplicationDesk.SIGNER) || isBank(actor);
        Audience outside = watchesSchemes(actor) ? Audience.SCHEME : Audience.BUREAU;
        return partner || program.filedAudience().contains(outside);
    }

    public static boolean isAppraiser(Actor actor) {
        return actor.has(APPRAISER);
    }

    /** A bank that no longer holds the case is not in it any more: a bank never sees what another bank does. */
    public static boolean isBank(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role.startsWith(BANK_DUTIES));
    }

    /**
     * Whether what others say on this step is kept from this person: who is to look into a case for himself (会签, the rule ALL)
     * reads his colleagues' words only after he has given his own.
     */
    public static boolean isSealed(Actor reader, Step step) {
        return step.isOpen()
                && step.rule().kind() == SeatRule.Kind.ALL
                && reader.org().equals(step.place().org())
                && reader.has(step.place().role())
                && step.seats().stream()
                        .noneMatch(seat -> seat.state() == Seat.State.DECIDED && seat.isOf(reader.login()));
    }

    /**
     * Whether this was recorded by another bank, or another appraiser, than the reader's: one that was asked before, and
     * whose reasons are its own although the case went on to this one.
     *
     * @param org who recorded it
     * @param roles in which role or roles
     */
    public static boolean isOfARival(Actor reader, String org, String roles) {
        boolean rival =
                isBank(reader) && roles.startsWith(BANK_DUTIES) || reader.has(APPRAISER) && roles.equals(APPRAISER);
        return rival && !org.equals(reader.org());
    }
}
