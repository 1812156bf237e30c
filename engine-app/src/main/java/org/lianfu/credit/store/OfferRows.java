package org.lianfu.credit.store;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of the banks asked. */
@Mapper
public interface OfferRows {

    @Select("select bank, position, result from crd_offer where case_no = #{no} order by position")
    List<OfferRow> ofCase(String no);

    @Insert("""
            insert into crd_offer (case_no, bank, position, asked_at) values (#{no}, #{bank}, #{position}, #{at})""")
    void insert(
            @Param("no") String no, @Param("bank") String bank, @Param("position") int position, @Param("at") long at);

    @Update("""
            update crd_offer set result = #{result}, answered_at = #{at}
            where case_no = #{no} and bank = #{bank} and result is null""")
    int answer(
            @Param("no") String no, @Param("bank") String bank, @Param("result") String result, @Param("at") long at);

    /** @param result null while the bank may still answer */
    record OfferRow(String bank, int position, String result) {}
}
