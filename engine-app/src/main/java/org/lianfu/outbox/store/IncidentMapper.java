package org.lianfu.outbox.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Incidents; ids are time-ordered, so the newest has the greatest id. */
@Mapper
public interface IncidentMapper {

    String COLUMNS = "id, kind, case_no, ref, reason, attempts, opened_at, closed_at, closed_by";

    @Insert("""
            INSERT INTO out_incident (id, kind, case_no, ref, reason, attempts, open_key, opened_at)
            VALUES (#{id}, #{kind}, #{caseNo}, #{ref}, #{reason}, #{attempts}, #{key}, #{now})""")
    void insert(String id, String kind, String caseNo, String ref, String reason, int attempts, String key, long now);

    @Update("UPDATE out_incident SET attempts = attempts + #{attempts}, reason = #{reason} WHERE open_key = #{key}")
    int again(String key, String reason, int attempts);

    @Select("""
            <script>
            SELECT id, kind, case_no, ref, reason, attempts, opened_at, closed_at, closed_by FROM out_incident
            <where>
              <if test="openOnly">open_key IS NOT NULL</if>
              <if test="after != null">AND id &lt; #{after}</if>
            </where>
            ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<IncidentRow> list(boolean openOnly, String after, int limit);

    @Select("SELECT " + COLUMNS + " FROM out_incident WHERE case_no = #{caseNo} AND open_key IS NOT NULL ORDER BY id")
    List<IncidentRow> ofCase(String caseNo);

    @Select("SELECT " + COLUMNS + " FROM out_incident WHERE open_key LIKE CONCAT(#{kind}, '|%') ORDER BY id")
    List<IncidentRow> openOf(String kind);

    @Update("UPDATE out_incident SET open_key = NULL, closed_at = #{now}, closed_by = #{by} WHERE open_key = #{key}")
    int resolveOne(String key, String by, long now);

    @Select("SELECT " + COLUMNS + " FROM out_incident WHERE id = #{id}")
    IncidentRow find(String id);

    @Select("SELECT " + COLUMNS + " FROM out_incident WHERE id = #{id} FOR UPDATE")
    IncidentRow lock(String id);

    @Select("SELECT COUNT(*) FROM out_incident WHERE open_key IS NOT NULL")
    int countOpen();

    @Update("""
            UPDATE out_incident SET open_key = NULL, closed_at = #{now}, closed_by = #{by}
            WHERE id = #{id} AND open_key IS NOT NULL""")
    int close(String id, String by, long now);

    @Update("""
            UPDATE out_incident SET open_key = NULL, closed_at = #{now}, closed_by = #{by}
            WHERE ref = #{ref} AND open_key IS NOT NULL""")
    int resolve(String ref, String by, long now);
}
