package org.lianfu.application.store;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of drafts and filed answers. */
@Mapper
public interface AnswersMapper {

    @Select("select no, answers, writers, version, saved_at from app_draft where no = #{no}")
    DraftRow draft(String no);

    @Insert("""
            insert into app_draft (no, answers, writers, version, saved_at)
            values (#{no}, #{answers}, #{writers}, #{version}, #{savedAt})""")
    void insertDraft(DraftRow draft);

    @Update("""
            update app_draft set answers = #{d.answers}, writers = #{d.writers}, version = version + 1, saved_at = #{d.savedAt}
            where no = #{d.no} and version = #{d.version}""")
    int updateDraft(@Param("d") DraftRow draft);

    @Delete("delete from app_draft where no = #{no}")
    int deleteDraft(String no);

    @Insert("""
            insert into app_answers (no, version, answers, typed, snapshot, sha256, filed_by, filed_at)
            values (#{no}, #{version}, #{answers}, #{typed}, #{snapshot}, #{sha256}, #{filedBy}, #{filedAt})""")
    void file(FiledRow row);

    @Select("""
            select no, version, answers, typed, snapshot, sha256, filed_by, filed_at from app_answers
            where no = #{no} and version = #{version}""")
    FiledRow filed(@Param("no") String no, @Param("version") int version);

    @Insert("""
            insert into app_consent (no, consent, text_sha256, given_by, given_at)
            values (#{no}, #{consent}, #{hash}, #{login}, #{at})""")
    void consent(
            @Param("no") String no,
            @Param("consent") String consent,
            @Param("hash") String hash,
            @Param("login") String login,
            @Param("at") long at);

    /** A draft as stored: answers sealed, writers a JSON list. */
    record DraftRow(String no, String answers, String writers, int version, long savedAt) {}

    /** Filed answers as stored: answers and typed sealed. */
    record FiledRow(
            String no,
            int version,
            String answers,
            String typed,
            String snapshot,
            String sha256,
            String filedBy,
            long filedAt) {}
}
