package org.lianfu.credit.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of pledges. */
@Mapper
public interface PledgeRows {

    String COLUMNS = """
            id, case_no, attempt, patent_no, state, registration_no, registered_on, reasons, release_no, released_on""";

    @Select("select " + COLUMNS + " from crd_pledge where id = #{id}")
    PledgeRow find(String id);

    @Select("select " + COLUMNS + " from crd_pledge where case_no = #{no} order by attempt desc limit 1")
    PledgeRow newest(String no);

    @Select("select count(*) from crd_pledge where patent_no = #{patentNo} and state = 'REGISTERED'")
    int registered(String patentNo);

    /** Cases that have this patent in pledge, or have asked the register to take it. */
    @Select("""
            select distinct case_no from crd_pledge where patent_no = #{patentNo} and case_no <> #{no}
              and state in ('REQUESTED', 'REGISTERED')
            order by case_no""")
    List<String> othersOf(@Param("patentNo") String patentNo, @Param("no") String no);

    @Insert("""
            insert into crd_pledge (id, case_no, attempt, patent_no, state, asked_at, reasons)
            values (#{p.id}, #{p.caseNo}, #{p.attempt}, #{p.patentNo}, #{p.state}, #{at}, #{p.reasons})""")
    void insert(@Param("p") PledgeRow pledge, @Param("at") long at);

    @Update("""
            update crd_pledge set state = #{p.state}, registration_no = #{p.registrationNo},
              registered_on = #{p.registeredOn}, reasons = #{p.reasons}, release_no = #{p.releaseNo},
              released_on = #{p.releasedOn}, changed_by = #{by}, changed_at = #{at}
            where id = #{p.id} and state = #{before}""")
    int update(
            @Param("p") PledgeRow pledge, @Param("before") String before, @Param("by") String by, @Param("at") long at);

    /** A pledge as stored. */
    record PledgeRow(
            String id,
            String caseNo,
            int attempt,
            String patentNo,
            String state,
            String registrationNo,
            LocalDate registeredOn,
            String reasons,
            String releaseNo,
            LocalDate releasedOn) {}
}
