package org.lianfu.application.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.lianfu.application.Application;
import org.lianfu.application.Applications.Promised;

/** SQL of the case row and its number. */
@Mapper
public interface ApplicationMapper {

    @Select("select * from app_application where no = #{no}")
    Application find(String no);

    @Select("""
            select * from app_application where org = #{org} and no <> #{no} and submitted_at is not null
              and ended_at is null
            order by created_at desc, no desc limit #{limit}""")
    List<Application> running(@Param("org") String org, @Param("no") String no, @Param("limit") int limit);

    @Select("""
            select no from app_application where org = #{org} and no <> #{no} and holder_bank = #{bank}
              and submitted_at is not null and ended_at is null order by no""")
    List<String> runningAt(@Param("org") String org, @Param("no") String no, @Param("bank") String bank);

    @Select("select * from app_application where no = #{no} for update")
    Application lock(String no);

    @Select("""
            <script>
            select no, program, program_version, submitted_at, promised_at from app_application
            where promised_at is not null and submitted_at is not null and decision is null and ended_at is null and no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            </script>""")
    List<Promised> promised(@Param("cases") List<String> cases);

    @Insert("""
            insert into app_application (no, program, program_version, org, applicant_kind, applicant_name, applicant_uscc,
              status, facts, answers_version, created_by, created_at, trail_seq, trail_head, version)
            values (#{a.no}, #{a.program}, #{a.programVersion}, #{a.org}, #{a.applicantKind}, #{a.applicantName},
              #{a.applicantUscc}, #{a.status}, #{a.facts}, 0, #{a.createdBy}, #{a.createdAt}, #{seq}, #{head}, 1)""")
    int insert(@Param("a") Application application, @Param("seq") long seq, @Param("head") String head);

    @Update("""
            update app_application set program_version = #{a.programVersion}, status = #{a.status}, requested = #{a.requested},
              approved = #{a.approved}, paid = #{a.paid}, holder_bank = #{a.holderBank}, facts = #{a.facts},
              decision = #{a.decision}, answers_version = #{a.answersVersion},
              answers_sha256 = #{a.answersSha256}, receipt_no = #{a.receiptNo},
              submitted_by = #{a.submittedBy}, submitted_at = #{a.submittedAt}, promised_at = #{a.promisedAt},
              ended_at = #{a.endedAt}, trail_seq = #{seq}, trail_head = #{head}, version = version + 1
            where no = #{a.no} and version = #{a.version}""")
    int update(@Param("a") Application application, @Param("seq") long seq, @Param("head") String head);

    /** Moves only the end of the chain on: an act on the case that changed nothing else in its row. */
    @Update("""
            update app_application set trail_seq = #{seq}, trail_head = #{head}, version = version + 1
            where no = #{no} and version = #{version}""")
    int advance(
            @Param("no") String no, @Param("version") int version, @Param("seq") long seq, @Param("head") String head);

    @Update("delete from app_application where no = #{no} and status = 'DRAFT'")
    int deleteDraft(String no);

    @Select("""
            select no from (select no from app_application where no > #{after} union all
              select no from app_discarded where no > #{after}) every_case
            order by no limit #{limit}""")
    List<String> idsAfter(@Param("after") String after, @Param("limit") int limit);

    @Insert("""
            insert into app_discarded (no, discarded_by, discarded_at, trail_seq, trail_head)
            select no, #{login}, #{at}, trail_seq, trail_head from app_application where no = #{no}""")
    void remember(@Param("no") String no, @Param("login") String login, @Param("at") long at);

    @Select("select trail_seq, trail_head from app_discarded where no = #{no}")
    Application discarded(String no);

    @Update("update app_number set last_value = last_value + 1 where series = #{series}")
    int nextNumber(String series);

    @Insert("insert into app_number (series, last_value) values (#{series}, 1)")
    void firstNumber(String series);

    @Select("select last_value from app_number where series = #{series}")
    long lastNumber(String series);

    @Select("""
            select count(*) from app_application where org = #{org} and program = #{program} and no <> #{no}
              and status not in ('DRAFT','NOT_ACCEPTED','DECLINED','WITHDRAWN','EXPIRED','CLOSED','PAID','SETTLED')""")
    int countLive(@Param("org") String org, @Param("program") String program, @Param("no") String no);
}
