package org.lianfu.rules.bad;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Reads and writes another module's table; carries no {@code @Mapper}, so nothing picks it up. */
public interface GreedyMapper {

    @Select("SELECT p.id FROM out_parcel p JOIN app_case c ON c.no = p.case_no")
    String read();

    @Insert("INSERT INTO app_case (no) VALUES (#{no})")
    void insert(String no);

    @Update(
            "<script>UPDATE app_case SET status = 'OPEN' <where><if test=\"no != null\">no = #{no}</if></where></script>")
    void update(String no);

    @Delete("DELETE FROM app_case")
    void delete();

    @Select("SELECT id FROM out_parcel WHERE id = 'x from app_case' FOR UPDATE")
    String own();
}
