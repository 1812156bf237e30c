package org.lianfu.portal.store;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Lists that join modules: cases with the steps they wait at, and what a person has done or begun. Reads only. */
@Mapper
public interface CaseQueries {

    /** One case in a list. Times are epoch micros, amounts are in fen. */
    record CaseRow(
            String no,
            String program,
            String programVersion,
            String org,
            String applicantName,
            String status,
            Long requested,
            Long approved,
            Long paid,
            String receiptNo,
            long createdAt,
            Long submittedAt) {}

    /**
     * Cases that a reader may open, newest first. Exactly one of {@code org}, {@code bank} and {@code all} says how the
     * reader stands to them.
     */
    @Select("""
            <script>
            select no, program, program_version, org, applicant_name, status, requested, approved, paid, receipt_no,
              created_at, submitted_at
            from app_application
            <where>
              <if test='org != null'>and org = #{org}</if>
              <if test='bank != null'>and holder_bank = #{bank}</if>
              <if test='all'>and submitted_at is not null</if>
              <if test='bureau != null'>and submitted_at is not null and exists (
                select 1 from rev_step s where s.case_no = app_application.no and s.org = #{bureau})</if>
              <if test='appraiser != null'>and exists (
                select 1 from rev_step s where s.case_no = app_application.no and s.org = #{appraiser}
                  and s.role = 'APPRAISER' and not exists (
                    select 1 from rev_step t where t.case_no = s.case_no and t.role = s.role
                      and t.opened_at &gt; s.opened_at))</if>
              <if test='status != null'>and status = #{status}</if>
              <if test='program != null'>and program = #{program}</if>
              <if test='before != null'>and (created_at &lt; #{before} or (created_at = #{before} and no &lt; #{beforeNo}))</if>
            </where>
            order by created_at desc, no desc limit #{limit}
            </script>""")
    List<CaseRow> cases(CaseFilter filter);

    /** What {@link #cases} is asked; null where nothing is asked. */
    record CaseFilter(
            String org,
            String bank,
            String bureau,
            String appraiser,
            boolean all,
            String status,
            String program,
            Long before,
            String beforeNo,
            int limit) {}

    /** One open step of a case in a list. */
    record WaitingRow(
            String caseNo,
            String element,
            String org,
            String role,
            long openedAt,
            Long dueAt,
            boolean dueProvisional) {}

    @Select("""
            <script>
            select case_no, element, org, role, opened_at, due_at, due_provisional from rev_step
            where state = 'OPEN' and paused_by is null and case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            order by case_no, opened_at
            </script>""")
    List<WaitingRow> waiting(@Param("cases") Collection<String> cases);

    /** One seat that a person has decided, or one case that a person has begun, as a line of the worklist. */
    record WorkRow(
            String id,
            String caseNo,
            String element,
            String program,
            String programVersion,
            String applicantName,
            Long amount,
            long at,
            Long dueAt,
            String outcome,
            String status) {}

    @Select("""
            <script>
            select s.id, s.case_no, p.element, a.program, a.program_version, a.applicant_name, a.requested as amount,
              s.decided_at as at, p.due_at, s.outcome, a.status
            from rev_seat s join rev_step p on p.id = s.step_id join app_application a on a.no = s.case_no
            where s.person = #{login} and s.decided_at is not null
              <if test='program != null'>and a.program = #{program}</if>
              <if test='before != null'>and (s.decided_at &lt; #{before} or (s.decided_at = #{before} and s.id &lt; #{beforeId}))</if>
            order by s.decided_at desc, s.id desc limit #{limit}
            </script>""")
    List<WorkRow> done(
            @Param("login") String login,
            @Param("program") String program,
            @Param("before") Long before,
            @Param("beforeId") String beforeId,
            @Param("limit") int limit);

    @Select("""
            <script>
            select a.no as id, a.no as case_no, '' as element, a.program, a.program_version, a.applicant_name,
              a.requested as amount, a.created_at as at, null as due_at, null as outcome, a.status
            from app_application a
            where (a.created_by = #{login} or a.submitted_by = #{login}) and a.org = #{org}
              <if test='program != null'>and a.program = #{program}</if>
              <if test='before != null'>and (a.created_at &lt; #{before} or (a.created_at = #{before} and a.no &lt; #{beforeId}))</if>
            order by a.created_at desc, a.no desc limit #{limit}
            </script>""")
    List<WorkRow> started(
            @Param("login") String login,
            @Param("org") String org,
            @Param("program") String program,
            @Param("before") Long before,
            @Param("beforeId") String beforeId,
            @Param("limit") int limit);
}
