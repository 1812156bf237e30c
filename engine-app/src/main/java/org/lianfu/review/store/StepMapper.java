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

    /** Every step of a case with each of its seats, in one statement and in no order: every act reads them. */
    @Select("""
            select
              p.id as step_id, p.case_no as step_case_no, p.element as step_element, p.token as step_token,
              p.org as step_org, p.role as step_role, p.rule as step_rule, p.state as step_state,
              p.outcome as step_outcome, p.phase as step_phase, p.audience as step_audience,
              p.opened_at as step_opened_at, p.term as step_term, p.runs_from as step_runs_from, p.due_at as step_due_at,
              p.due_provisional as step_due_provisional, p.calendar_version as step_calendar_version,
              p.paused_at as step_paused_at, p.paused_days as step_paused_days, p.paused_by as step_paused_by,
              p.clock_at as step_clock_at, p.moved_from as step_moved_from, p.moved_by as step_moved_by, p.asked_for as step_asked_for, p.request as step_request,
              p.ended_at as step_ended_at, p.ended_by as step_ended_by, s.id as seat_id, s.step_id as seat_step_id,
              s.case_no as seat_case_no, s.ordinal as seat_ordinal, s.state as seat_state, s.person as seat_person,
              s.claimed_at as seat_claimed_at, s.outcome as seat_outcome, s.saw_answers as seat_saw_answers,
              s.decided_at as seat_decided_at
            from rev_seat s join rev_step p on p.id = s.step_id
            where s.case_no = #{no}""")
    List<StepSeatRow> stepsOf(String no);

    @Select("select * from rev_step where id = #{id}")
    StepRow step(String id);

    @Select("select * from rev_seat where id = #{id}")
    SeatRow seat(String id);

    /** One seat with its step. */
    record StepSeatRow(StepRow step, SeatRow seat) {}

    @Select("""
            select id, step_id, opinion, answers, reasons from rev_seat
            where case_no = #{no} and state in ('DECIDED', 'RECUSED')""")
    List<WordsRow> wordsOf(String no);

    @Select("select count(*) from rev_step where case_no = #{no} and org = #{org}")
    int countOf(@Param("no") String no, @Param("org") String org);

    @Select("""
            <script>
            select s.case_no, s.step_id, p.element, p.role, s.state,
              (select max(q.id) from rev_step q join rev_seat t on t.step_id = q.id
               where q.case_no = p.case_no and q.element = p.element and t.case_no = p.case_no
                 and t.state in ('CLAIMED', 'DECIDED')) as newest
            from rev_seat s join rev_step p on p.id = s.step_id
            where s.person = #{login} and s.state in ('CLAIMED', 'DECIDED', 'RECUSED') and s.case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            </script>""")
    List<ActedRow> acted(@Param("login") String login, @Param("cases") Collection<String> cases);

    /**
     * One seat that a person holds, has decided or has left for a conflict of interest.
     *
     * @param newest id of the step where work on this element was done last, by whomever
     */
    record ActedRow(String caseNo, String stepId, String element, String role, String state, String newest) {

        public boolean isNewest() {
            return stepId.equals(newest);
        }
    }

    @Insert("""
            insert into rev_step (id, case_no, element, token, org, role, rule, state, outcome, phase, audience, opened_at,
              term, runs_from, due_at, due_provisional, calendar_version, paused_at, paused_days, paused_by, clock_at,
              moved_from, moved_by, asked_for, request, ended_at, ended_by)
            values (#{id}, #{caseNo}, #{element}, #{token}, #{org}, #{role}, #{rule}, #{state}, #{outcome}, #{phase},
              #{audience}, #{openedAt}, #{term}, #{runsFrom}, #{dueAt}, #{dueProvisional}, #{calendarVersion}, #{pausedAt},
              #{pausedDays}, #{pausedBy}, #{clockAt}, #{movedFrom}, #{movedBy}, #{askedFor}, #{request}, #{endedAt}, #{endedBy})""")
    void insertStep(StepRow step);

    @Insert("""
            insert into rev_seat (id, step_id, case_no, ordinal, state)
            values (#{id}, #{stepId}, #{caseNo}, #{ordinal}, #{state})""")
    void insertSeat(SeatRow seat);

    @Update("""
            update rev_step set element = #{element}, state = #{state}, outcome = #{outcome}, runs_from = #{runsFrom},
              due_at = #{dueAt}, due_provisional = #{dueProvisional}, calendar_version = #{calendarVersion}, paused_at = #{pausedAt},
              paused_days = #{pausedDays}, paused_by = #{pausedBy}, clock_at = #{clockAt},
              moved_from = #{movedFrom}, moved_by = #{movedBy}, ended_at = #{endedAt}, ended_by = #{endedBy}
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

    @Update("""
            update rev_seat set state = 'CLOSED'
            where case_no = #{no} and step_id = #{stepId} and state in ('OPEN', 'CLAIMED')""")
    int closeSeats(@Param("no") String no, @Param("stepId") String stepId);

    /** Cases behind {@code after} in which a clock runs, in their order. */
    @Select("""
            select distinct case_no from rev_step
            where case_no > #{after} and state = 'OPEN' and due_at is not null and paused_at is null
            order by case_no limit #{limit}""")
    List<String> casesRunning(@Param("after") String after, @Param("limit") int limit);

    @Select("""
            <script>
            select id, case_no, element, opened_at, term, runs_from, due_at, due_provisional, calendar_version, paused_days,
              clock_at, moved_from, moved_by
            from rev_step
            where state = 'OPEN' and due_at is not null and paused_at is null and case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            </script>""")
    List<ClockRow> clocksOf(@Param("cases") Collection<String> cases);

    /** The running clock of an open step. */
    record ClockRow(
            String id,
            String caseNo,
            String element,
            long openedAt,
            String term,
            long runsFrom,
            long dueAt,
            boolean dueProvisional,
            String calendarVersion,
            int pausedDays,
            Long clockAt,
            Long movedFrom,
            String movedBy) {}

    @Select("""
            <script>
            select case_no, sum(paused_days) as days from rev_step where paused_days > 0 and case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            group by case_no
            </script>""")
    List<PausedRow> pausedOf(@Param("cases") Collection<String> cases);

    /** Days that all clocks of a case have stood still. */
    record PausedRow(String caseNo, int days) {}

    @Select("""
            select case_no from rev_step where clock_at <= #{now} order by clock_at limit #{limit}""")
    List<String> casesDue(@Param("now") long now, @Param("limit") int limit);
}
