package org.lianfu.review.store;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of steps and seats. */
@Mapper
public interface StepMapper {

    String STEP_COLUMNS = """
            id, case_no, element, token, org, role, rule, state, outcome, phase, audience, opened_at, term, due_at,
            due_provisional, calendar_version, paused_at, paused_days, paused_by, clock_at, asked_for, request, ended_at,
            ended_by""";

    @Select("select " + STEP_COLUMNS + " from rev_step where case_no = #{no} order by opened_at, id")
    List<StepRow> stepsOf(String no);

    @Select("""
            select id, step_id, case_no, ordinal, state, person, claimed_at, outcome, saw_answers, decided_at
            from rev_seat where case_no = #{no} order by step_id, ordinal""")
    List<SeatRow> seatsOf(String no);

    @Select("select id, step_id, opinion, answers, reasons from rev_seat where case_no = #{no} and state = 'DECIDED'")
    List<WordsRow> wordsOf(String no);

    @Select("select count(*) from rev_step where case_no = #{no} and org = #{org}")
    int countOf(@Param("no") String no, @Param("org") String org);

    @Select("""
            <script>
            select s.case_no, s.step_id, p.element, p.role from rev_seat s join rev_step p on p.id = s.step_id
            where s.person = #{login} and s.state in ('CLAIMED', 'DECIDED') and s.case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            </script>""")
    List<ActedRow> acted(@Param("login") String login, @Param("cases") Collection<String> cases);

    /** One seat that a person holds or has decided. */
    record ActedRow(String caseNo, String stepId, String element, String role) {}

    @Insert("""
            insert into rev_step (id, case_no, element, token, org, role, rule, state, outcome, phase, audience, opened_at,
              term, due_at, due_provisional, calendar_version, paused_at, paused_days, paused_by, clock_at, asked_for,
              request, ended_at, ended_by)
            values (#{id}, #{caseNo}, #{element}, #{token}, #{org}, #{role}, #{rule}, #{state}, #{outcome}, #{phase},
              #{audience}, #{openedAt}, #{term}, #{dueAt}, #{dueProvisional}, #{calendarVersion}, #{pausedAt},
              #{pausedDays}, #{pausedBy}, #{clockAt}, #{askedFor}, #{request}, #{endedAt}, #{endedBy})""")
    void insertStep(StepRow step);

    @Insert("""
            <script>insert into rev_seat (id, step_id, case_no, ordinal, state) values
            <foreach collection='seats' item='s' separator=','>
              (#{s.id}, #{s.stepId}, #{s.caseNo}, #{s.ordinal}, #{s.state})
            </foreach></script>""")
    void insertSeats(@Param("seats") List<SeatRow> seats);

    @Update("""
            update rev_step set element = #{element}, state = #{state}, outcome = #{outcome}, due_at = #{dueAt},
              due_provisional = #{dueProvisional}, calendar_version = #{calendarVersion}, paused_at = #{pausedAt},
              paused_days = #{pausedDays}, paused_by = #{pausedBy}, clock_at = #{clockAt}, ended_at = #{endedAt},
              ended_by = #{endedBy}
            where id = #{id}""")
    int updateStep(StepRow step);

    @Update("update rev_seat set state = #{state}, person = #{person}, claimed_at = #{claimedAt} where id = #{id}")
    int updateSeat(SeatRow seat);

    @Update("""
            update rev_seat set state = #{s.state}, person = #{s.person}, claimed_at = #{s.claimedAt},
              outcome = #{s.outcome}, saw_answers = #{s.sawAnswers}, decided_at = #{s.decidedAt},
              opinion = #{w.opinion}, answers = #{w.answers}, reasons = #{w.reasons}
            where id = #{s.id} and state in ('OPEN', 'CLAIMED')""")
    int decideSeat(@Param("s") SeatRow seat, @Param("w") WordsRow words);

    @Update("update rev_seat set state = 'CLOSED' where step_id = #{stepId} and state in ('OPEN', 'CLAIMED')")
    int closeSeats(String stepId);

    @Select("""
            select case_no from rev_step where clock_at <= #{now} order by clock_at limit #{limit}""")
    List<String> casesDue(@Param("now") long now, @Param("limit") int limit);
}
