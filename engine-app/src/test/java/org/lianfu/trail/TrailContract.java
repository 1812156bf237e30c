package org.lianfu.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Money;
import org.lianfu.testing.ModuleTest;
import org.lianfu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail on a real database: appending, reading, and finding every change that somebody with SQL can make. */
@ModuleTest
@Import({Trail.class, TrailVerifier.class, Vault.class, TrailVerifyCommand.class, TrailContract.Cases.class})
abstract class TrailContract {

    private static final Actor CLERK = new Actor("bank.a.rm", "BANK-A", Set.of("BANK_RM", "BANK_POSTLOAN"), "pwd");
    private static final Subject CASE = new Subject("case", "IPP-2026-430204-000001");
    private static final Subject OTHER = new Subject("case", "IPP-2026-430204-000002");
    private static final String SECRET = "李某的身份证 430204199001010012 电话 13800000000";

    @Autowired
    Trail trail;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TrailVerifyCommand command;

    @BeforeEach
    void twoChains() {
        append(CASE, Entry.of("application.created", CLERK));
        append(
                CASE,
                Entry.of("application.submitted", CLERK)
                        .as("BANK_RM")
                        .move("DRAFT", "SUBMITTED")
                        .amount(Money.ofYuan("300000.01"))
                        .audience(Audience.APPLICANT, Audience.BANK),
                Entry.of("opinion.given", CLERK).details(Map.of("text", SECRET, "amount", 3)));
        append(CASE, Entry.of("step.closed", CLERK).about("step", "s-1").data("element", "investigate"));
        append(OTHER, Entry.of("application.created", CLERK).details(Map.of("text", "𠮷")));
    }

    @AfterEach
    void empty() {
        sql.update("delete from trl_entry");
        sql.update("delete from trl_private");
        cases.rows.clear();
    }

    private void append(Subject subject, Entry... entries) {
        tx.executeWithoutResult(status -> cases.rows.merge(
                subject.id(),
                trail.append(cases.rows.getOrDefault(subject.id(), Chain.start(subject)), List.of(entries)),
                (before, now) -> now));
    }

    @Test
    void whatWasAppendedIsReadBackInOrder() {
        List<Recorded> page = trail.page(CASE, 0, 100);
        assertThat(page).extracting(Recorded::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(page.get(0).prev()).isEqualTo("0".repeat(64));
        assertThat(page.get(3).prev()).isEqualTo(page.get(2).hash());
        assertThat(page.get(0).roles()).isEqualTo("BANK_POSTLOAN,BANK_RM");
        assertThat(page.get(1).roles()).isEqualTo("BANK_RM");
        assertThat(page.get(1).amount()).isEqualTo(Money.ofFen(30000001));
        assertThat(page.get(2).details()).containsEntry("text", SECRET).containsEntry("amount", "3");
        assertThat(page.get(2).audience()).containsExactly(Audience.SCHEME);
        assertThat(page.get(3).data()).containsEntry("element", "investigate");
        assertThat(trail.page(CASE, 2, 1)).extracting(Recorded::seq).containsExactly(3L);
        assertThat(cases.chain(CASE.id()))
                .contains(new Chain(CASE, 4, page.get(3).hash()));
    }

    @Test
    void outsideItsAudienceAnEntryKeepsOnlyWhatTheChainNeeds() {
        Recorded entry = trail.page(CASE, 1, 1).get(0);
        Recorded outside = entry.seenBy(Set.of(Audience.BUREAU), true);
        assertThat(outside.amount()).isNull();
        assertThat(outside.login()).isEmpty();
        assertThat(outside.from()).isEmpty();
        assertThat(outside.org()).isEqualTo("BANK-A");
        assertThat(outside.roles()).isEqualTo("BANK_RM");
        assertThat(outside.hash()).isEqualTo(entry.hash());
        assertThat(outside.prev()).isEqualTo(entry.prev());
        assertThat(entry.seenBy(Set.of(Audience.BANK), true)).isEqualTo(entry);
        assertThat(entry.seenBy(Set.of(Audience.APPLICANT), false).login()).isEmpty();
    }

    @Test
    void untouchedChainsAreSound() {
        assertThat(trail.verifyAll()).hasSize(2).allMatch(Verdict::isSound);
        assertThat(trail.verify(CASE).entries()).isEqualTo(4);
        assertThat(command.run(List.of())).isZero();
    }

    @Test
    void aDocumentIsHeldAgainstTheChainByNumberAndHash() {
        String hash = trail.page(CASE, 1, 1).get(0).hash();
        assertThat(command.run(List.of(CASE.id(), "2", hash))).isZero();
        assertThat(command.run(List.of(CASE.id(), "3", hash))).isEqualTo(1);
        assertThat(command.run(List.of(CASE.id(), "99", hash))).isEqualTo(1);
        assertThat(command.run(List.of(OTHER.id(), "2", hash))).isEqualTo(1);
        assertThat(command.run(List.of("IPP-2026-430204-999999", "2", hash))).isEqualTo(1);
        assertThat(command.run(List.of(CASE.id(), "two", hash))).isEqualTo(2);
        assertThat(command.run(List.of(CASE.id()))).isEqualTo(2);

        cases.rows.remove(CASE.id());
        assertThat(command.run(List.of(CASE.id(), "2", hash)))
                .as("the entry is there, the chain is not sound")
                .isEqualTo(1);
    }

    @Test
    void appendingNeedsTheTransactionOfTheAct() {
        assertThatThrownBy(() -> trail.append(Chain.start(CASE), List.of(Entry.of("a.b", CLERK))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryGoesWithTheActThatFails() {
        assertThatThrownBy(() -> tx.executeWithoutResult(status -> {
                    trail.append(
                            cases.rows.get(CASE.id()),
                            List.of(Entry.of("a.b", CLERK).details(Map.of("x", "y"))));
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(trail.page(CASE, 0, 100)).hasSize(4);
        assertThat(trail.verify(CASE).isSound()).isTrue();
    }

    @Test
    void twoActsCannotContinueTheSameEnd() {
        Chain stale = new Chain(CASE, 3, trail.page(CASE, 2, 1).get(0).hash());
        assertThatThrownBy(
                        () -> tx.executeWithoutResult(status -> trail.append(stale, List.of(Entry.of("a.b", CLERK)))))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void everyChangeOfAColumnIsFound() {
        Map<String, String> changes = new TreeMap<>(Map.of(
                "seq",
                "update trl_entry set seq = 9 where seq = 2 and subject_id = '" + CASE.id() + "'",
                "kind",
                "update trl_entry set kind = 'org' where seq = 2",
                "subject",
                "update trl_entry set subject_id = 'IPP-2026-430204-000003' where seq = 4",
                "id",
                "update trl_entry set id = 'x' where seq = 2",
                "hash",
                "update trl_entry set leaf_hash = '" + "0".repeat(64) + "' where seq = 2",
                "delete in the middle",
                "delete from trl_entry where seq = 2",
                "delete the first",
                "delete from trl_entry where seq = 1 and subject_id = '" + CASE.id() + "'",
                "cut the tail",
                "delete from trl_entry where seq = 4",
                "cut everything",
                "delete from trl_entry where subject_id = '" + OTHER.id() + "'",
                "salt",
                "update trl_private set salt = '" + "0".repeat(64) + "'"));
        changes.put(
                "details",
                "update trl_private set details = concat(substring(details, 1, 40), 'AAAA', substring(details, 45))");
        changes.put("details away", "delete from trl_private");
        changes.forEach((name, change) -> {
            tx.executeWithoutResult(status -> {
                assertThat(sql.update(change)).as(name).isPositive();
                assertThat(trail.verifyAll()).as(name).anyMatch(verdict -> !verdict.isSound());
                status.setRollbackOnly();
            });
            assertThat(trail.verifyAll()).as(name + ", undone").allMatch(Verdict::isSound);
        });
    }

    /** The clever attacker repairs the stored hash of what he changed; and the whole rest of the chain as well. */
    @Test
    void everyByteIsCoveredEvenWhenTheHashIsRepaired() {
        byte[] body = body(2);
        for (int i = 0; i < body.length; i++) {
            int at = i;
            tx.executeWithoutResult(status -> {
                byte[] changed = body.clone();
                changed[at] ^= 1;
                sql.update("update trl_entry set body = ? where seq = 2", (Object) changed);
                assertThat(trail.verify(CASE).isSound()).as("byte " + at).isFalse();
                sql.update("update trl_entry set leaf_hash = ? where seq = 2", Leaf.hash(changed));
                assertThat(trail.verify(CASE).isSound())
                        .as("byte %d, hash repaired", at)
                        .isFalse();
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void aChainRewrittenToItsEndIsFoundByTheHeadItsSubjectRemembers() {
        tx.executeWithoutResult(status -> {
            sql.update("delete from trl_entry where subject_id = ?", CASE.id());
            trail.append(
                    Chain.start(CASE),
                    List.of(
                            Entry.of("application.created", CLERK),
                            Entry.of("a.b", CLERK),
                            Entry.of("a.c", CLERK),
                            Entry.of("a.d", CLERK)));
            assertThat(trail.verify(CASE).flaws())
                    .extracting(Verdict.Flaw::code)
                    .containsExactly(Verdict.Code.HEAD);
            status.setRollbackOnly();
        });
    }

    @Test
    void aSubjectWhoseRowIsGoneIsFound() {
        cases.rows.remove(OTHER.id());
        assertThat(command.run(List.of())).isEqualTo(1);
        assertThat(trail.verifyAll())
                .filteredOn(verdict -> !verdict.isSound())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.flaws())
                        .extracting(Verdict.Flaw::code)
                        .containsExactly(Verdict.Code.NO_HOLDER));
    }

    @Test
    void personalTextStandsInNoEntryAndNotInClearBesideIt() {
        List<String> everything = new ArrayList<>();
        sql.query("select body from trl_entry", row -> {
            everything.add(new String(row.getBytes(1), StandardCharsets.UTF_8));
        });
        everything.addAll(sql.queryForList("select details from trl_private", String.class));
        assertThat(everything)
                .hasSize(7)
                .noneMatch(text -> text.contains("430204199001010012")
                        || text.contains("13800000000")
                        || text.contains("李某")
                        || text.contains("𠮷"));
    }

    @Test
    void erasingDetailsLeavesTheChainSoundAndSaysWhoDidIt() {
        Recorded opinion = trail.page(CASE, 2, 1).get(0);
        tx.executeWithoutResult(status -> cases.rows.put(
                CASE.id(), trail.erase(cases.rows.get(CASE.id()), List.of(opinion.id()), CLERK, "retention")));
        assertThat(trail.verify(CASE).isSound()).isTrue();
        Recorded after = trail.page(CASE, 2, 1).get(0);
        assertThat(after.details()).isNull();
        assertThat(after.hasDetails()).isTrue();
        assertThat(after.hash()).isEqualTo(opinion.hash());
        assertThat(trail.page(CASE, 4, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("details.erased");
            assertThat(entry.login()).isEqualTo("bank.a.rm");
            assertThat(entry.about()).isEqualTo(new Subject("entry", opinion.id()));
        });
        assertThat(sql.queryForList("select entry_id from trl_private", String.class))
                .doesNotContain(opinion.id());
    }

    private byte[] body(long seq) {
        return sql.queryForObject(
                "select body from trl_entry where subject_id = ? and seq = ?", byte[].class, CASE.id(), seq);
    }

    /** Stands for the module that keeps the ends of case chains. */
    static class Cases implements ChainHolder {

        final Map<String, Chain> rows = new TreeMap<>();

        @Override
        public String kind() {
            return "case";
        }

        @Override
        public Optional<Chain> chain(String id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public List<String> idsAfter(String id, int limit) {
            return rows.keySet().stream()
                    .filter(key -> key.compareTo(id) > 0)
                    .limit(limit)
                    .toList();
        }
    }
}
