package org.lianfu.directory.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Limits of credit authority that banks have told. */
@Mapper
public interface LimitRows {

    String COLUMNS = """
            id, bank, program, valid_from, branch_fen, city_fen, committee_fen, source, state, proposed_by, proposed_at,
            decided_by, decided_at""";

    /** The newest that was in force on that day; null when there was none. */
    @Select("SELECT " + COLUMNS + """
             FROM dir_limits
            WHERE bank = #{bank} AND program = #{program} AND state = 'IN_FORCE' AND valid_from <= #{day}
            ORDER BY valid_from DESC LIMIT 1""")
    LimitsRow inForce(String bank, String program, LocalDate day);

    @Select("SELECT " + COLUMNS + " FROM dir_limits WHERE bank = #{bank} ORDER BY program, valid_from DESC, id DESC")
    List<LimitsRow> ofBank(String bank);

    @Select("SELECT " + COLUMNS + " FROM dir_limits WHERE id = #{id} AND bank = #{bank}")
    LimitsRow find(String bank, String id);

    @Insert("INSERT INTO dir_limits (" + COLUMNS + """
            ) VALUES (#{id}, #{bank}, #{program}, #{validFrom}, #{branchFen}, #{cityFen}, #{committeeFen}, #{source},
                #{state}, #{proposedBy}, #{proposedAt}, #{decidedBy}, #{decidedAt})""")
    void insert(LimitsRow row);

    /** Decides what is still proposed; 0 when somebody else was faster. */
    @Update("""
            UPDATE dir_limits SET state = #{state}, decided_by = #{by}, decided_at = #{at}
            WHERE id = #{id} AND state = 'PROPOSED'""")
    int decide(String id, String state, String by, long at);

    /** One set of limits; amounts in fen. */
    record LimitsRow(
            String id,
            String bank,
            String program,
            LocalDate validFrom,
            long branchFen,
            long cityFen,
            long committeeFen,
            String source,
            String state,
            String proposedBy,
            long proposedAt,
            String decidedBy,
            Long decidedAt) {}
}
