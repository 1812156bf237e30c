package org.lianfu.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lianfu.credit.store.SimulatedRows;
import org.lianfu.credit.store.SimulatedRows.FilingRow;
import org.lianfu.credit.store.SimulatedRows.PatentRow;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A patent registry that answers, refuses, delays, answers twice or stays silent, as {@code sql/demo/registry.yaml} says of
 * each patent. What it was asked stands in its own tables, so that a restart forgets nothing. Never in production.
 */
@Component
@Profile({"demo", "test"})
public class SimulatedRegistry implements PledgeRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedRegistry.class);
    private static final String SEEDS = "/sql/demo/registry.yaml";
    private static final int AT_ONCE = 50;

    private final SimulatedRows rows;
    private final PledgeDesk desk;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<PatentRow> series;

    SimulatedRegistry(SimulatedRows rows, PledgeDesk desk, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.desk = desk;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.series = seeds("series");
        transaction.executeWithoutResult(tx -> seeds("patents").forEach(this::seed));
    }

    @Override
    public String title() {
        return "专利登记簿（模拟）";
    }

    @Override
    public Optional<Patent> lookUp(String patentNo) {
        return Optional.ofNullable(rows.patent(patentNo))
                .or(() -> ofSeries(patentNo))
                .map(PatentRow::patent);
    }

    @Override
    public void register(Filing filing) {
        transaction.executeWithoutResult(tx -> {
            Instant now = clock.instant();
            ofSeries(filing.patentNo()).ifPresent(this::seed);
            PatentRow patent = rows.lock(filing.patentNo());
            if (patent == null) {
                rows.received(answer(filing, now, SimulatedManner.ACCEPTING, List.of("P03")));
                return;
            }
            FilingRow known = patent.pledged() ? rows.registration(filing.id()) : null;
            if (known != null) {
                rows.received(again(known, now));
                return;
            }
            List<SimulatedManner> manners = SimulatedManner.list(patent.manners());
            SimulatedManner manner = manners.get(Math.min(patent.filings(), manners.size() - 1));
            rows.counted(patent.no());
            List<String> grounds = new ArrayList<>(objections(patent, filing));
            grounds.addAll(manner.grounds());
            rows.received(answer(filing, now, manner, grounds));
        });
    }

    /**
     * Takes a patent off the register, or does not: refuses, takes its time, is not heard although it has done it, is silent.
     *
     * @throws IllegalStateException when whoever asks cannot know that it was done
     */
    @Override
    public void release(Release release) {
        SimulatedManner manner = transaction.execute(tx -> releaseAsked(release));
        switch (manner.kind()) {
            case REFUSES -> throw new IllegalStateException("release refused: " + manner.argument());
            case TWICE, CONTRADICTS -> throw new IllegalStateException("connection lost before the register confirmed");
            case SILENT -> throw new IllegalStateException("no answer from the register");
            default -> {
                // it is done, or will be in a while
            }
        }
    }

    private SimulatedManner releaseAsked(Release release) {
        PatentRow patent = rows.lock(release.patentNo());
        if (patent == null || !patent.pledged()) {
            return SimulatedManner.ACCEPTING; // done already, or recorded by hand
        }
        List<SimulatedManner> manners = SimulatedManner.list(patent.releaseManners());
        SimulatedManner manner = manners.get(Math.min(patent.releases(), manners.size() - 1));
        Instant now = clock.instant();
        boolean does = manner.kind() != SimulatedManner.Kind.REFUSES && manner.answers();
        rows.releaseAsked(patent.no(), does ? (Long) Times.micros(now.plus(manner.delay())) : null);
        rows.release(Times.micros(now));
        return manner;
    }

    @Scheduled(fixedDelayString = "${lianfu.registry.every:2s}", initialDelayString = "${lianfu.registry.every:2s}")
    void work() {
        answerDue();
    }

    /** Gives every answer that is due, one to each request. @return how many were given */
    public int answerDue() {
        transaction.executeWithoutResult(tx -> rows.release(Times.micros(clock.instant())));
        List<FilingRow> due = rows.due(Times.micros(clock.instant()), AT_ONCE);
        due.forEach(this::give);
        return due.size();
    }

    /** An answer that waits to be told is due from now on. */
    void tell(String patentNo) {
        transaction.executeWithoutResult(tx -> rows.tell(patentNo, Times.micros(clock.instant())));
    }

    private void give(FilingRow row) {
        Answer answer = row.registered()
                ? Answer.registered(row.registrationNo(), row.registeredOn())
                : Answer.refused(Arrays.asList(row.reasons().split(",")));
        try {
            desk.answered(row.filing(), answer);
        } catch (RuntimeException e) {
            LOG.warn("answer to {} was not taken; it is given again", row.filing(), e);
            return;
        }
        transaction.executeWithoutResult(tx -> {
            if (row.registered()) {
                rows.pledged(row.patentNo());
            }
            rows.given(row.id(), row.flips() != row.registered(), row.flips() ? "P05" : row.reasons());
        });
    }

    private static FilingRow answer(Filing filing, Instant now, SimulatedManner manner, List<String> grounds) {
        LocalDate today = Times.date(now);
        boolean registers = grounds.isEmpty();
        String id = Ids.next();
        return new FilingRow(
                id,
                filing.id(),
                filing.patentNo(),
                Times.micros(now),
                manner.answers() ? Times.micros(now.plus(manner.delay())) : null,
                manner.howOften(),
                registers,
                registers ? "Y%d43-%s".formatted(today.getYear(), id.substring(28)) : null,
                registers ? today : null,
                String.join(",", grounds),
                manner.kind() == SimulatedManner.Kind.CONTRADICTS);
    }

    /** Asked about a request that it has registered, the registry says so again under the same number. */
    private static FilingRow again(FilingRow known, Instant now) {
        long at = Times.micros(now);
        return new FilingRow(
                Ids.next(),
                known.filing(),
                known.patentNo(),
                at,
                at,
                1,
                true,
                known.registrationNo(),
                known.registeredOn(),
                "",
                false);
    }

    /** What the register itself has against a request 不予登记的情形. */
    static List<String> objections(PatentRow patent, Filing filing) {
        List<String> grounds = new ArrayList<>();
        objection(grounds, "P01", !patent.ownerUscc().equals(filing.pledgorUscc()));
        objection(grounds, "P02", List.of("TERMINATED", "INVALID").contains(patent.status()));
        objection(grounds, "P03", patent.status().equals("PENDING"));
        objection(grounds, "P04", !patent.feePaid());
        objection(grounds, "P05", patent.disputed());
        objection(grounds, "P06", filing.endsOn().isAfter(patent.expiresOn()));
        objection(grounds, "P09", patent.pledged());
        objection(grounds, "P10", patent.sameDayDuplicate());
        objection(grounds, "P11", patent.invalidationPending());
        return grounds;
    }

    private static void objection(List<String> grounds, String code, boolean holds) {
        if (holds) {
            grounds.add(code);
        }
    }

    private void seed(PatentRow patent) {
        if (rows.patent(patent.no()) == null) {
            rows.seed(patent);
        }
    }

    private Optional<PatentRow> ofSeries(String patentNo) {
        return series.stream()
                .filter(one -> patentNo.startsWith(one.no()))
                .findFirst()
                .map(one -> one.numbered(patentNo));
    }

    private static List<PatentRow> seeds(String list) {
        try (InputStream file = SimulatedRegistry.class.getResourceAsStream(SEEDS)) {
            List<PatentRow> seeds = new ArrayList<>();
            new YAMLMapper().readTree(file).path(list).forEach(p -> seeds.add(seed(p)));
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(SEEDS, e);
        }
    }

    private static PatentRow seed(JsonNode p) {
        return new PatentRow(
                p.path("no").asText(),
                p.path("title").asText(),
                p.path("kind").asText("INVENTION"),
                p.path("status").asText("VALID"),
                p.path("owner").asText(),
                p.path("coOwners").asInt(0),
                LocalDate.parse(p.path("expiresOn").asText()),
                p.path("feePaid").asBoolean(true),
                p.path("pledged").asBoolean(false),
                p.path("disputed").asBoolean(false),
                p.path("invalidationPending").asBoolean(false),
                p.path("sameDayDuplicate").asBoolean(false),
                p.path("manners").asText("ACCEPTS"),
                0,
                p.path("release").asText("ACCEPTS"),
                0,
                null);
    }
}
