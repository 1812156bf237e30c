package org.lianfu.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an application on the bare engine writes of its own, in the engine's transactions: 31 statements a case. Insert the
 * application, 6 decisions, and 8 times read the head of the chain, insert the chained entry, update the application.
 */
final class BareApplication {

    private final JdbcTemplate jdbc;

    BareApplication(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        String tail = ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";
        jdbc.execute(
                "create table bench_application (no varchar(36) primary key, applicant varchar(200), amount bigint,"
                        + " status varchar(40), seq int, head char(64), changed_at bigint" + tail);
        jdbc.execute("create table bench_decision (id varchar(36) primary key, no varchar(36), step varchar(60),"
                + " outcome varchar(20), opinion varchar(2000), decided_by varchar(60), decided_at bigint, index bench_decision_no (no)"
                + tail);
        jdbc.execute(
                "create table bench_entry (no varchar(36), seq int, type varchar(60), actor varchar(60), at bigint,"
                        + " prev char(64), hash char(64), primary key (no, seq)" + tail);
    }

    void open(String no) {
        jdbc.update(
                "insert into bench_application (no, applicant, amount, status, seq, head, changed_at) values (?,?,?,?,0,?,?)",
                no,
                "株洲示例轨道部件有限公司",
                Answers.AMOUNT_FEN,
                "SUBMITTED",
                "0".repeat(64),
                System.nanoTime());
    }

    void decide(String no, String step) {
        jdbc.update(
                "insert into bench_decision (id, no, step, outcome, opinion, decided_by, decided_at) values (?,?,?,?,?,?,?)",
                UUID.randomUUID().toString(),
                no,
                step,
                "APPROVE",
                "材料齐全，同意",
                step,
                System.nanoTime());
    }

    void record(String no, String type) {
        Head head = jdbc.queryForObject(
                "select seq, head from bench_application where no = ? for update",
                (row, i) -> new Head(row.getInt(1), row.getString(2)),
                no);
        int seq = head.seq + 1;
        String hash = hash(head.hash + "|" + no + "|" + seq + "|" + type);
        jdbc.update(
                "insert into bench_entry (no, seq, type, actor, at, prev, hash) values (?,?,?,?,?,?,?)",
                no,
                seq,
                type,
                type,
                System.nanoTime(),
                head.hash,
                hash);
        jdbc.update(
                "update bench_application set status = ?, seq = ?, head = ?, changed_at = ? where no = ?",
                type,
                seq,
                hash,
                System.nanoTime(),
                no);
    }

    /** How many cases have their whole chain of 8 entries. */
    int complete() {
        return jdbc.queryForObject("select count(*) from bench_application where seq = 8", Integer.class);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Head(int seq, String hash) {}
}
