package org.lianfu.credit.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of filings into the risk pool and of the monthly batches that decide them. */
@Mapper
public interface FilingRows {

    @Insert("""
            insert into crd_filing (case_no, bank, program, drawn_month, amount, state, changed_by, changed_at)
            values (#{no}, #{bank}, #{program}, #{month}, #{amount}, 'WAITING', 'system', #{at})""")
    void ask(
            @Param("no") String no,
            @Param("bank") String bank,
            @Param("program") String program,
            @Param("month") String month,
            @Param("amount") long amount,
            @Param("at") long at);

    @Select("""
            select case_no, bank, amount, state, batch_id, filing_no, reason from crd_filing where case_no = #{no}""")
    FilingRow find(String no);

    @Update("""
            update crd_filing set state = 'LISTED', batch_id = #{batch}, changed_at = #{at}
            where state = 'WAITING' and program = #{program} and drawn_month <= #{month}""")
    int list(
            @Param("batch") String batch,
            @Param("program") String program,
            @Param("month") String month,
            @Param("at") long at);

    /** The line goes from one state to another, or stays when it is not where it was thought to be. */
    @Update("""
            update crd_filing set state = #{to}, filing_no = coalesce(#{filingNo}, filing_no),
              reason = coalesce(#{reason}, reason), changed_by = #{by}, changed_at = #{at}
            where case_no = #{no} and state = #{from}""")
    int move(
            @Param("no") String no,
            @Param("from") String from,
            @Param("to") String to,
            @Param("filingNo") String filingNo,
            @Param("reason") String reason,
            @Param("by") String by,
            @Param("at") long at);

    @Select("""
            select case_no, bank, amount, state, batch_id, filing_no, reason from crd_filing
            where batch_id = #{batch} and case_no > #{after} order by case_no limit #{limit}""")
    List<FilingRow> lines(@Param("batch") String batch, @Param("after") String after, @Param("limit") int limit);

    /** Lines of a batch that nobody has worked off, in order. */
    @Select("""
            select case_no, bank, amount, state, batch_id, filing_no, reason from crd_filing
            where batch_id = #{batch} and state in ('LISTED', 'REFUSING') order by case_no limit #{limit}""")
    List<FilingRow> undone(@Param("batch") String batch, @Param("limit") int limit);

    @Select("""
            select state, count(*) line_count, sum(amount) amount from crd_filing where batch_id = #{batch} group by state""")
    List<CountRow> counts(String batch);

    @Insert("""
            insert into crd_filing_batch (id, program, batch_month, state, opened_by, opened_at)
            values (#{id}, #{program}, #{month}, 'OPEN', #{by}, #{at})""")
    void open(
            @Param("id") String id,
            @Param("program") String program,
            @Param("month") String month,
            @Param("by") String by,
            @Param("at") long at);

    @Update("""
            update crd_filing_batch set state = #{to}, started_by = coalesce(#{by}, started_by),
              approved_by = coalesce(#{second}, approved_by), started_at = coalesce(started_at, #{started}),
              finished_at = #{finished}
            where id = #{id} and state = #{from}""")
    int turn(
            @Param("id") String id,
            @Param("from") String from,
            @Param("to") String to,
            @Param("by") String by,
            @Param("second") String second,
            @Param("started") Long started,
            @Param("finished") Long finished);

    @Select("""
            select id, program, batch_month, state, opened_by, started_by, approved_by, opened_at, started_at, finished_at
            from crd_filing_batch where id = #{id}""")
    BatchRow batch(String id);

    @Select("""
            select id, program, batch_month, state, opened_by, started_by, approved_by, opened_at, started_at, finished_at
            from crd_filing_batch order by opened_at desc, id desc limit #{limit}""")
    List<BatchRow> newest(int limit);

    @Select("select id from crd_filing_batch where state = 'RUNNING' order by started_at, id")
    List<String> running();

    /** @param state WAITING, LISTED, REFUSING, FILED, REFUSED, REVOKED, LAPSED; @param amount fen */
    record FilingRow(
            String caseNo, String bank, long amount, String state, String batchId, String filingNo, String reason) {}

    /** How many lines of a batch are in a state, and their amounts together. */
    record CountRow(String state, int lineCount, long amount) {}

    /** A batch as stored. */
    record BatchRow(
            String id,
            String program,
            String batchMonth,
            String state,
            String openedBy,
            String startedBy,
            String approvedBy,
            long openedAt,
            Long startedAt,
            Long finishedAt) {}
}
