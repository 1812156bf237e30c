package org.lianfu.credit;

import static org.lianfu.credit.SummaryLines.Kind.CODE;
import static org.lianfu.credit.SummaryLines.Kind.COUNT;
import static org.lianfu.credit.SummaryLines.Kind.DAYS;
import static org.lianfu.credit.SummaryLines.Kind.MONEY;
import static org.lianfu.credit.SummaryLines.Kind.MONTHS;
import static org.lianfu.credit.SummaryLines.Kind.PERCENT;
import static org.lianfu.credit.SummaryLines.Kind.TEXT;
import static org.lianfu.credit.SummaryLines.Kind.TIMES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;

/** Which lines stand in which part of a summary, in the order in which an officer reads them. */
final class SummarySections {

    private static final String UNTIL = "valuationUntil";

    private SummarySections() {}

    static List<Line> firm(SummaryLines lines) {
        return found(
                lines.looked("firmUscc", TEXT),
                lines.looked("firmRegStatus", CODE),
                lines.looked("firmEstablishedOn", TEXT),
                lines.looked("firmOperatingMonths", MONTHS),
                lines.looked("firmRegion", TEXT),
                lines.looked("firmSizeClass", CODE),
                lines.looked("firmTaxGrade", TEXT),
                lines.looked("firmDishonest", CODE).map(line -> line.alerting("YES".equals(line.value()))),
                lines.looked("firmInChain", CODE),
                lines.looked("firmCheckedOn", TEXT),
                lines.filed("employees"));
    }

    static List<Line> finance(SummaryLines lines) {
        List<Line> all = new ArrayList<>(found(
                lines.verified("statementOn"),
                lines.verified("totalAssets"),
                lines.verified("totalLiabilities"),
                lines.verified("currentAssets"),
                lines.verified("currentLiabilities"),
                lines.filed("annualSales"),
                lines.looked("firmAnnualSales", MONEY),
                lines.noted("prevSales"),
                lines.filed("netProfit"),
                lines.noted("prevProfit")));
        SummaryFigures figures = new SummaryFigures(lines);
        Ratios ratios = new Ratios(
                figures.money("totalAssets"),
                figures.money("totalLiabilities"),
                figures.money("currentAssets"),
                figures.money("currentLiabilities"),
                figures.money("prevSales", "annualSales"),
                figures.money("prevProfit", "netProfit"));
        Money asked = lines.application().requested();
        Instant at = figures.newest();
        all.add(lines.computed("debtRatio", PERCENT, ratios.debt(), at));
        all.add(lines.computed("debtRatioAfter", PERCENT, ratios.debtWith(asked), at));
        all.add(lines.computed("currentRatio", TIMES, ratios.current(), at));
        all.add(lines.computed("profitMargin", PERCENT, ratios.margin(), at));
        return all;
    }

    static List<Line> need(SummaryLines lines) {
        List<Line> all = new ArrayList<>(found(
                lines.filed("amount"),
                lines.filed(Keys.TERM_MONTHS),
                lines.filed("purpose"),
                lines.filed("purposeNote"),
                lines.filed("repaymentSource"),
                lines.noted("growthPercent"),
                lines.noted("inventoryDays"),
                lines.noted("receivableDays"),
                lines.noted("payableDays"),
                lines.noted("prepaidDays"),
                lines.noted("advanceDays"),
                lines.noted("ownFunds"),
                lines.noted("otherFunds")));
        SummaryFigures figures = new SummaryFigures(lines);
        Optional<Long> cycle = Ratios.cycleDays(
                figures.numbers("inventoryDays", "receivableDays", "prepaidDays"),
                figures.numbers("payableDays", "advanceDays"));
        all.add(lines.computed("cycleDays", DAYS, cycle, figures.newest()));
        all.add(lines.computed("turnoverTimes", TIMES, Ratios.turnover(cycle), figures.newest()));
        Object need = lines.application().facts().get(Keys.CREDIT_NEED);
        Money asked = lines.application().requested();
        boolean beyond = need instanceof Long fen && asked != null && asked.fen() > fen;
        all.add(lines.computed("needToAsk", MONEY, Optional.ofNullable(need), figures.newest())
                .alerting(beyond));
        return all;
    }

    static List<Line> right(SummaryLines lines, Optional<Pledge> newest, Instant now) {
        List<Line> all = new ArrayList<>(found(
                lines.filed(Keys.PATENT_NO),
                lines.filed("patentTitle"),
                lines.filed("patentType"),
                lines.looked("patentStatus", CODE),
                owner(lines),
                lines.looked("patentCoOwners", COUNT),
                lines.looked("patentExpiresOn", TEXT),
                lines.looked("patentFeePaid", CODE),
                lines.looked("patentPledged", CODE),
                lines.looked("patentDispute", CODE),
                lines.looked("patentInvalidationPending", CODE),
                lines.filed("valuation"),
                lines.filed("valuedOn"),
                lines.noted("appraiserOrg"),
                lines.noted("appraisalNo"),
                lines.noted(Keys.APPRAISED_VALUE),
                lines.noted("valuationMethod"),
                lines.noted(Keys.APPRAISED_ON)));
        lines.record().latest(Keys.APPRAISED_VALUE, Keys.APPRAISED_ON).ifPresent(noted -> {
            Instant at = noted.seat().decidedAt();
            Map<String, Object> facts = lines.application().facts();
            Money value = noted.answers().money(Keys.APPRAISED_VALUE);
            holds(lines, noted)
                    .ifPresent(line -> all.add(line.alerting(Times.date(now).isAfter(LocalDate.parse(line.value())))));
            if (facts.get(Keys.PLEDGE_RATE) instanceof Long rate) {
                Money most = Money.ofFen(value.fen() / 100 * rate);
                all.add(lines.computed("mostSecured", MONEY, Optional.of(most), at));
            }
            all.add(lines.computed(
                    "pledgeRate", PERCENT, Ratios.percent(lines.application().requested(), value), at));
        });
        newest.ifPresent(pledge -> {
            all.add(lines.known("pledgeState", CODE, pledge.state(), now));
            if (pledge.registrationNo() != null) {
                all.add(lines.known("registrationNo", TEXT, pledge.registrationNo(), now));
                all.add(lines.known("pledgeRegisteredOn", TEXT, pledge.registeredOn(), now));
            }
        });
        return all;
    }

    /** Until when the valuation holds: as the appraiser says, else as long as the program lets one hold. */
    private static Optional<Line> holds(SummaryLines lines, CaseRecord.Noted noted) {
        if (noted.answers().has(UNTIL)) {
            return Optional.of(lines.noted(noted, UNTIL));
        }
        Object months = lines.application().facts().get(Keys.VALUATION_MONTHS);
        return months instanceof Long many
                ? Optional.of(lines.computed(
                        UNTIL,
                        TEXT,
                        Optional.of(noted.answers().date(Keys.APPRAISED_ON).plusMonths(many)),
                        noted.seat().decidedAt()))
                : Optional.empty();
    }

    /** Whether the owner in the register is the firm itself: its code is compared, not shown. */
    private static Optional<Line> owner(SummaryLines lines) {
        Optional<Line> owner = lines.looked("patentOwnerUscc", TEXT);
        String firm = lines.looked("firmUscc", TEXT)
                .map(Line::value)
                .orElse(lines.application().applicantUscc());
        return owner.map(
                line -> lines.line("patentOwner", CODE, line.value().equals(firm), line.source(), line.at(), "REGISTER")
                        .alerting(!line.value().equals(firm)));
    }

    static List<Line> loans(SummaryLines lines, Line owedHere) {
        List<Line> all = new ArrayList<>(found(
                lines.filed("otherLoansDeclared"),
                lines.filed("otherLoansBalance"),
                lines.filed("otherLoansNote"),
                lines.noted("workingLoans"),
                lines.noted("exposureHere")));
        all.add(owedHere);
        return all;
    }

    @SafeVarargs
    static List<Line> found(Optional<Line>... lines) {
        return Stream.of(lines).flatMap(Optional::stream).toList();
    }
}
