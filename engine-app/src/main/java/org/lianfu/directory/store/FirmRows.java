package org.lianfu.directory.store;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What the registries say of firms. */
@Mapper
public interface FirmRows {

    String COLUMNS = """
            uscc, org_code, name, legal_rep, region_code, park, reg_status, established, size_class, annual_sales_fen,
            tax_grade, mu_grade, dishonest, in_chain, source, checked_at""";

    @Select("SELECT " + COLUMNS + " FROM dir_firm WHERE uscc = #{uscc}")
    FirmRow find(String uscc);

    @Select("SELECT " + COLUMNS + " FROM dir_firm WHERE org_code = #{org}")
    FirmRow ofOrg(String org);

    @Insert("""
            INSERT INTO dir_firm (uscc, org_code, name, legal_rep, region_code, park, reg_status, established, size_class,
                annual_sales_fen, tax_grade, mu_grade, dishonest, in_chain, source, checked_at)
            VALUES (#{uscc}, #{orgCode}, #{name}, #{legalRep}, #{regionCode}, #{park}, #{regStatus}, #{established},
                #{sizeClass}, #{annualSalesFen}, #{taxGrade}, #{muGrade}, #{dishonest}, #{inChain}, #{source},
                #{checkedAt})""")
    void insert(FirmRow row);

    @Update("""
            UPDATE dir_firm SET name = #{name}, legal_rep = #{legalRep}, region_code = #{regionCode}, park = #{park},
                reg_status = #{regStatus}, established = #{established}, size_class = #{sizeClass},
                annual_sales_fen = #{annualSalesFen}, tax_grade = #{taxGrade}, mu_grade = #{muGrade},
                dishonest = #{dishonest}, in_chain = #{inChain}, source = #{source}, checked_at = #{checkedAt}
            WHERE uscc = #{uscc}""")
    int update(FirmRow row);

    /** One firm as it is stored. */
    record FirmRow(
            String uscc,
            String orgCode,
            String name,
            String legalRep,
            String regionCode,
            String park,
            String regStatus,
            LocalDate established,
            String sizeClass,
            long annualSalesFen,
            String taxGrade,
            String muGrade,
            boolean dishonest,
            boolean inChain,
            String source,
            long checkedAt) {}
}
