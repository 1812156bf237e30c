package org.lianfu.trail.store;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Entries are inserted and read, never changed; only personal details can be taken away. */
@Mapper
public interface TrailMapper {

    @Insert("""
            INSERT INTO trl_entry (id, kind, subject_id, seq, body, leaf_hash)
            VALUES (#{id}, #{kind}, #{subjectId}, #{seq}, #{body}, #{leafHash})""")
    void insert(EntryRow row);

    @Insert("""
            INSERT INTO trl_entry (id, kind, subject_id, seq, body, leaf_hash)
            VALUES (#{a.id}, #{a.kind}, #{a.subjectId}, #{a.seq}, #{a.body}, #{a.leafHash}),
              (#{b.id}, #{b.kind}, #{b.subjectId}, #{b.seq}, #{b.body}, #{b.leafHash})""")
    void insertTwo(EntryRow a, EntryRow b);

    @Insert("""
            <script>
            INSERT INTO trl_entry (id, kind, subject_id, seq, body, leaf_hash) VALUES
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.kind}, #{r.subjectId}, #{r.seq}, #{r.body}, #{r.leafHash})
            </foreach>
            </script>""")
    void insertAll(List<EntryRow> rows);

    @Insert("""
            INSERT INTO trl_private (entry_id, salt, details) VALUES (#{id}, #{salt}, #{details})""")
    void insertDetails(EntryRow row);

    @Select("""
            SELECT e.id, e.kind, e.subject_id, e.seq, e.body, e.leaf_hash, p.salt, p.details
            FROM trl_entry e LEFT JOIN trl_private p ON p.entry_id = e.id
            WHERE e.kind = #{kind} AND e.subject_id = #{id} AND e.seq > #{after}
            ORDER BY e.seq LIMIT #{limit}""")
    List<EntryRow> page(String kind, String id, long after, int limit);

    @Select("SELECT DISTINCT subject_id FROM trl_entry WHERE kind = #{kind} AND subject_id > #{after}"
            + " ORDER BY subject_id LIMIT #{limit}")
    List<String> subjectsAfter(String kind, String after, int limit);

    @Select("SELECT DISTINCT kind FROM trl_entry ORDER BY kind")
    List<String> kinds();

    @Delete("DELETE FROM trl_private WHERE entry_id = #{entryId}")
    int eraseDetails(String entryId);
}
