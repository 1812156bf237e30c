package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.FactSource;
import org.lianfu.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the register says of the patent that an applicant names. A patent that a loan of this house holds in pledge counts
 * as pledged, whatever the register says. Of a number that the register does not have there are no facts.
 */
@Component
class PatentFacts implements FactSource {

    private final ObjectProvider<PledgeRegistry> registry;
    private final Pledges pledges;
    private final Clock clock;

    PatentFacts(ObjectProvider<PledgeRegistry> registry, Pledges pledges, Clock clock) {
        this.registry = registry;
        this.pledges = pledges;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "patent";
    }

    @Override
    public Set<String> asksBy() {
        return Set.of(Keys.PATENT_NO);
    }

    @Override
    public Looked look(Inquiry inquiry) {
        PledgeRegistry connected = registry.getIfAvailable();
        if (connected == null) {
            throw CreditRefusals.NO_REGISTRY.because();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        if (inquiry.answers().get(Keys.PATENT_NO) instanceof String no) {
            connected.lookUp(no).ifPresent(patent -> facts.putAll(facts(patent)));
        }
        return new Looked(connected.title(), facts);
    }

    private Map<String, Object> facts(PledgeRegistry.Patent patent) {
        LocalDate today = Times.date(clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("patentOwnerUscc", patent.ownerUscc());
        facts.put("patentKind", patent.kind());
        facts.put("patentStatus", patent.status());
        facts.put("patentExpiresOn", patent.expiresOn().toString());
        facts.put("patentMonthsLeft", Math.max(0, ChronoUnit.MONTHS.between(today, patent.expiresOn())));
        facts.put("patentFeePaid", patent.feePaid());
        facts.put("patentPledged", patent.pledged() || pledges.isPledged(patent.no()));
        facts.put("patentDispute", patent.disputed());
        facts.put("patentInvalidationPending", patent.invalidationPending());
        facts.put("patentSameDayDuplicate", patent.sameDayDuplicate());
        facts.put("patentCoOwners", (long) patent.coOwners());
        return facts;
    }
}
