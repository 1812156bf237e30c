package org.lianfu.directory.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.lianfu.directory.OrgType;

/** Organisations, their names, and which banks serve which program. */
@Mapper
public interface OrgRows {

    @Select("SELECT code, type, uscc, valid_from, valid_to, trail_seq, trail_head FROM dir_org WHERE code = #{code}")
    OrgRow find(String code);

    @Select("""
            SELECT code, type, uscc, valid_from, valid_to, trail_seq, trail_head
            FROM dir_org WHERE code = #{code} FOR UPDATE""")
    OrgRow lock(String code);

    @Select("""
            SELECT org_code, kind, zh, en, valid_from, valid_to FROM dir_org_name
            WHERE org_code = #{code} ORDER BY valid_from, zh""")
    List<NameRow> names(String code);

    @Select("SELECT DISTINCT org_code FROM dir_org_name WHERE zh = #{zh}")
    List<String> called(String zh);

    @Select("SELECT code FROM dir_org WHERE type = #{type} ORDER BY code")
    List<String> ofType(OrgType type);

    @Select("SELECT code FROM dir_org ORDER BY code")
    List<String> codes();

    @Select("SELECT code FROM dir_org WHERE code > #{code} ORDER BY code LIMIT #{limit}")
    List<String> codesAfter(String code, int limit);

    @Insert("""
            INSERT INTO dir_org (code, type, uscc, valid_from, valid_to, trail_seq, trail_head)
            VALUES (#{code}, #{type}, #{uscc}, #{validFrom}, #{validTo}, #{trailSeq}, #{trailHead})""")
    void insert(OrgRow row);

    @Update("""
            UPDATE dir_org SET type = #{type}, uscc = #{uscc}, valid_from = #{validFrom}, valid_to = #{validTo}
            WHERE code = #{code}""")
    int update(OrgRow row);

    @Update("""
            UPDATE dir_org SET trail_seq = #{seq}, trail_head = #{head}
            WHERE code = #{code} AND trail_seq = #{before}""")
    int chained(String code, long before, long seq, String head);

    @Insert("""
            INSERT INTO dir_org_name (org_code, kind, zh, en, valid_from, valid_to)
            VALUES (#{orgCode}, #{kind}, #{zh}, #{en}, #{validFrom}, #{validTo})""")
    void insertName(NameRow row);

    @Delete("DELETE FROM dir_org_name WHERE org_code = #{code}")
    void deleteNames(String code);

    @Select("SELECT bank FROM dir_bank_program WHERE program = #{program} ORDER BY position, bank")
    List<String> banks(String program);

    @Insert("INSERT INTO dir_bank_program (program, bank, position) VALUES (#{program}, #{bank}, #{position})")
    void serve(String program, String bank, int position);

    @Delete("DELETE FROM dir_bank_program WHERE program = #{program}")
    void serveNone(String program);

    /** One organisation, with the end of its chain. */
    record OrgRow(
            String code,
            OrgType type,
            String uscc,
            LocalDate validFrom,
            LocalDate validTo,
            long trailSeq,
            String trailHead) {}

    /** @param kind NAME or ALIAS */
    record NameRow(String orgCode, String kind, String zh, String en, LocalDate validFrom, LocalDate validTo) {}
}
