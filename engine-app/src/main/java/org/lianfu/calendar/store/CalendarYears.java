package org.lianfu.calendar.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The stored years of the calendar, every version of them. Rows are only ever added. */
@Mapper
public interface CalendarYears {

    /** One version of one year, without its days; the last five are null for what the product shipped. */
    record YearRow(
            int yearNo,
            int version,
            String kind,
            String source,
            String checksum,
            String noticeNo,
            LocalDate issuedOn,
            String fileSha256,
            String loadedBy,
            Long loadedAt) {}

    /** Where a calendar's chain in the trail ends. */
    record ChainRow(String id, long trailSeq, String trailHead) {}

    @Select("select id, trail_seq, trail_head from cal_chain where id = #{id} for update")
    ChainRow lockChain(String id);

    @Select("select id, trail_seq, trail_head from cal_chain where id = #{id}")
    ChainRow chain(String id);

    @Select("select id from cal_chain where id > #{id} order by id limit #{limit}")
    List<String> chainsAfter(@Param("id") String id, @Param("limit") int limit);

    @Update("update cal_chain set trail_seq = #{to}, trail_head = #{head} where id = #{id} and trail_seq = #{from}")
    int chained(@Param("id") String id, @Param("from") long from, @Param("to") long to, @Param("head") String head);

    /** One listed day of one version. */
    record DayRow(int yearNo, int version, LocalDate onDate, String kind, String name) {}

    @Arg(column = "year_no", javaType = int.class)
    @Arg(column = "version", javaType = int.class)
    @Arg(column = "kind", javaType = String.class)
    @Arg(column = "source", javaType = String.class)
    @Arg(column = "checksum", javaType = String.class)
    @Arg(column = "notice_no", javaType = String.class)
    @Arg(column = "issued_on", javaType = LocalDate.class)
    @Arg(column = "file_sha256", javaType = String.class)
    @Arg(column = "loaded_by", javaType = String.class)
    @Arg(column = "loaded_at", javaType = Long.class)
    @Select("""
            select year_no, version, kind, source, checksum, notice_no, issued_on, file_sha256, loaded_by, loaded_at
            from cal_year order by year_no, version""")
    List<YearRow> years();

    @Arg(column = "year_no", javaType = int.class)
    @Arg(column = "version", javaType = int.class)
    @Arg(column = "on_date", javaType = LocalDate.class)
    @Arg(column = "kind", javaType = String.class)
    @Arg(column = "name", javaType = String.class)
    @Select("select year_no, version, on_date, kind, name from cal_day order by year_no, version, on_date")
    List<DayRow> days();

    @Insert("""
            insert into cal_year (year_no, version, kind, source, checksum, notice_no, issued_on, file_sha256, loaded_by,
              loaded_at)
            values (#{yearNo}, #{version}, #{kind}, #{source}, #{checksum}, #{noticeNo}, #{issuedOn}, #{fileSha256},
              #{loadedBy}, #{loadedAt})
            """)
    void addYear(YearRow row);

    @Insert("""
            <script>
            insert into cal_day (year_no, version, on_date, kind, name) values
            <foreach collection="rows" item="r" separator=",">
              (#{r.yearNo}, #{r.version}, #{r.onDate}, #{r.kind}, #{r.name})
            </foreach>
            </script>
            """)
    void addDays(@Param("rows") List<DayRow> rows);
}
