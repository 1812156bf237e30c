package org.lianfu.outbox.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Parcels: {@code WAITING}, {@code STUCK} after the last attempt, {@code DELIVERED}, {@code RECALLED}. */
@Mapper
public interface ParcelMapper {

    @Insert("""
            INSERT INTO out_parcel (id, topic, case_no, body, state, attempts, due_at, created_at)
            VALUES (#{id}, #{topic}, #{caseNo}, #{body}, 'WAITING', 0, #{now}, #{now})""")
    void insert(String id, String topic, String caseNo, String body, long now);

    /** Only the first undelivered parcel of a case is ever due. */
    @Select("""
            SELECT p.seq, p.id, p.topic, p.case_no, p.body, p.attempts, p.created_at
            FROM out_parcel p
            WHERE p.state = 'WAITING' AND p.due_at <= #{now}
              AND NOT EXISTS (SELECT 1 FROM out_parcel e
                              WHERE e.case_no = p.case_no AND e.state IN ('WAITING', 'STUCK') AND e.seq < p.seq)
            ORDER BY p.seq LIMIT #{limit}""")
    List<ParcelRow> due(long now, int limit);

    @Update("""
            UPDATE out_parcel SET due_at = #{until}
            WHERE seq = #{seq} AND state = 'WAITING' AND attempts = #{attempts} AND due_at <= #{now}""")
    int take(long seq, int attempts, long now, long until);

    @Update("""
            UPDATE out_parcel SET state = 'DELIVERED', attempts = #{attempts}, delivered_at = #{now}, last_error = NULL
            WHERE seq = #{seq} AND state = 'WAITING'""")
    int delivered(long seq, int attempts, long now);

    @Update("""
            UPDATE out_parcel SET attempts = #{attempts}, due_at = #{dueAt}, last_error = #{error}
            WHERE seq = #{seq} AND state = 'WAITING'""")
    int later(long seq, int attempts, long dueAt, String error);

    @Update("""
            UPDATE out_parcel SET state = 'STUCK', attempts = #{attempts}, last_error = #{error}
            WHERE seq = #{seq} AND state = 'WAITING'""")
    int stuck(long seq, int attempts, String error);

    @Update("""
            UPDATE out_parcel SET state = 'WAITING', attempts = 0, due_at = #{now}
            WHERE id = #{id} AND state = 'STUCK'""")
    int again(String id, long now);

    @Select("""
            SELECT id FROM out_parcel
            WHERE case_no = #{caseNo} AND state IN ('WAITING', 'STUCK') AND topic = #{topic} ORDER BY seq""")
    List<String> undelivered(String topic, String caseNo);

    @Update("UPDATE out_parcel SET state = 'RECALLED' WHERE id = #{id} AND state IN ('WAITING', 'STUCK')")
    int recalled(String id);
}
