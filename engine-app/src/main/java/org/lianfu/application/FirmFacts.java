package org.lianfu.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Firm;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/**
 * What the registries say of the firm that applies, and how many live cases of this program it already has here. Of an
 * applicant that is no firm there are no facts but the count.
 */
@Component
class FirmFacts implements FactSource {

    private final Directory directory;
    private final Applications applications;
    private final Clock clock;

    FirmFacts(Directory directory, Applications applications, Clock clock) {
        this.directory = directory;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "firm";
    }

    @Override
    public Looked look(Inquiry inquiry) {
        Optional<Firm> firm = directory.firmOf(inquiry.org());
        Map<String, Object> facts = new LinkedHashMap<>();
        firm.ifPresent(found -> facts.putAll(facts(found)));
        CaseNo except = inquiry.caseNo() == null ? null : new CaseNo(inquiry.caseNo());
        facts.put("productActiveCount", (long) applications.countLive(inquiry.org(), inquiry.program(), except));
        return new Looked(firm.map(Firm::source).orElse(""), facts);
    }

    private Map<String, Object> facts(Firm firm) {
        LocalDate today = Times.date(clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("firmUscc", firm.uscc());
        facts.put("firmRegion", firm.region());
        facts.put("firmPark", firm.park());
        facts.put("firmRegStatus", firm.regStatus());
        facts.put("firmEstablishedOn", firm.established().toString());
        facts.put("firmOperatingMonths", Math.max(0, ChronoUnit.MONTHS.between(firm.established(), today)));
        facts.put("firmSizeClass", firm.sizeClass());
        facts.put("firmDishonest", firm.dishonest());
        facts.put("firmTaxGrade", firm.taxGrade());
        facts.put("firmInChain", firm.inChain());
        facts.put("firmAnnualSales", firm.annualSales().fen());
        facts.put("firmCheckedOn", Times.date(firm.checkedAt()).toString());
        return facts;
    }
}
