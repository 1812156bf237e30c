package org.lianfu.review.store;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.lianfu.review.OpenSeat;

/** SQL of the inbox: one row per open seat. */
@Mapper
public interface InboxMapper {

    @Insert("""
            insert into rev_inbox (seat_id, step_id, case_no, post, claimed_by, program, program_version, element,
              applicant, amount, arrived_at, due_at)
            values (#{seatId}, #{stepId}, #{caseNo}, #{post}, #{claimedBy}, #{program}, #{programVersion}, #{element},
              #{applicant}, #{amount}, #{arrivedAt}, #{dueAt})""")
    void insert(OpenSeat row);

    @Update("update rev_inbox set claimed_by = #{login} where seat_id = #{seatId}")
    int claim(@Param("seatId") String seatId, @Param("login") String login);

    @Select("""
            select seat_id, case_no, post, claimed_by from rev_inbox where claimed_by = #{login}
            order by case_no, seat_id""")
    List<Claimed> claimedBy(String login);

    @Select("""
            select seat_id, case_no, post, claimed_by from rev_inbox where claimed_by is not null
            order by case_no, seat_id""")
    List<Claimed> claimed();

    /** One seat that somebody works on; {@code post} is organisation and role, with a slash between. */
    record Claimed(String seatId, String caseNo, String post, String claimedBy) {}

    @Update("""
            update rev_inbox set due_at = #{dueAt}, element = #{element}
            where case_no = #{no} and step_id = #{stepId}""")
    int restate(
            @Param("no") String no,
            @Param("stepId") String stepId,
            @Param("dueAt") Long dueAt,
            @Param("element") String element);

    @Delete("delete from rev_inbox where seat_id = #{seatId}")
    int deleteSeat(String seatId);

    @Delete("delete from rev_inbox where case_no = #{no} and step_id = #{stepId}")
    int deleteStep(@Param("no") String no, @Param("stepId") String stepId);

    @Select("""
            <script>
            <foreach collection='posts' item='post' open='select * from (' separator=' union all ' close=') page'>
              (select * from rev_inbox where post = #{post}
               <if test='after != null'>and (arrived_at &gt; #{after} or (arrived_at = #{after} and seat_id &gt; #{afterSeat}))</if>
               <if test='program != null'>and program = #{program}</if>
               and (claimed_by is null or claimed_by = #{login})
               order by arrived_at, seat_id limit #{limit})
            </foreach>
            order by arrived_at, seat_id limit #{limit}
            </script>""")
    List<OpenSeat> page(
            @Param("posts") List<String> posts,
            @Param("login") String login,
            @Param("program") String program,
            @Param("after") Long after,
            @Param("afterSeat") String afterSeat,
            @Param("limit") int limit);

    @Select("select distinct case_no from rev_inbox where post like #{posts}")
    List<String> casesOf(String posts);

    @Select("select * from rev_inbox where case_no = #{no}")
    List<OpenSeat> ofCase(String no);

    @Select("""
            select s.id as seat_id, s.step_id, s.case_no, concat(p.org, '/', p.role) as post, s.person as claimed_by,
              '' as program, '' as program_version, p.element, '' as applicant, null as amount,
              s.decided_at as arrived_at, p.due_at
            from rev_seat s join rev_step p on p.id = s.step_id
            where s.person = #{login} and s.decided_at is not null and s.decided_at < #{before}
            order by s.decided_at desc, s.id desc limit #{limit}""")
    List<OpenSeat> done(@Param("login") String login, @Param("before") long before, @Param("limit") int limit);
}
