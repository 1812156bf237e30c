package org.lianfu.credit.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of the risk pool: its balance, its movements, what banks report of non-performing loans. */
@Mapper
public interface PoolRows {

    @Select("select code, balance, trail_seq, trail_head from crd_pool where code = #{code}")
    PoolRow find(String code);

    @Select("select code, balance, trail_seq, trail_head from crd_pool where code = #{code} for update")
    PoolRow lock(String code);

    @Select("select code from crd_pool where code > #{after} order by code limit #{limit}")
    List<String> codesAfter(@Param("after") String after, @Param("limit") int limit);

    @Insert("""
            insert into crd_pool (code, balance, trail_seq, trail_head)
            values (#{code}, #{balance}, #{trailSeq}, #{trailHead})""")
    void insert(PoolRow pool);

    @Update("""
            update crd_pool set balance = balance + #{change}, trail_seq = #{seq}, trail_head = #{head}
            where code = #{code} and trail_seq = #{before} and balance + #{change} >= 0""")
    int update(
            @Param("code") String code,
            @Param("change") long change,
            @Param("before") long before,
            @Param("seq") long seq,
            @Param("head") String head);

    @Insert("""
            insert into crd_pool_move (id, pool, amount, note, made_by, made_at)
            values (#{id}, #{pool}, #{amount}, #{note}, #{madeBy}, #{madeAt})""")
    void move(MoveRow move);

    @Select("""
            select id, pool, amount, note, made_by, made_at from crd_pool_move where pool = #{pool}
            order by made_at desc, id desc limit #{limit}""")
    List<MoveRow> moves(@Param("pool") String pool, @Param("limit") int limit);

    @Update("""
            update crd_pool_npl set balance = #{balance}, on_day = #{onDay}, reported_by = #{by}, reported_at = #{at}
            where pool = #{pool} and bank = #{bank}""")
    int report(
            @Param("pool") String pool,
            @Param("bank") String bank,
            @Param("balance") long balance,
            @Param("onDay") LocalDate onDay,
            @Param("by") String by,
            @Param("at") long at);

    @Insert("""
            insert into crd_pool_npl (pool, bank, balance, on_day, reported_by, reported_at)
            values (#{pool}, #{bank}, #{balance}, #{onDay}, #{by}, #{at})""")
    void firstReport(
            @Param("pool") String pool,
            @Param("bank") String bank,
            @Param("balance") long balance,
            @Param("onDay") LocalDate onDay,
            @Param("by") String by,
            @Param("at") long at);

    @Select("select bank, balance, on_day from crd_pool_npl where pool = #{pool} order by bank")
    List<NplRow> reports(String pool);

    /** What is outstanding on the loans that stand in the pool, in fen. */
    @Select("""
            select coalesce(sum(l.outstanding), 0) from crd_filing f join crd_loan l on l.case_no = f.case_no
            where f.state = 'FILED'""")
    long outstanding();

    /** The same of one bank. */
    @Select("""
            select coalesce(sum(l.outstanding), 0) from crd_filing f join crd_loan l on l.case_no = f.case_no
            where f.state = 'FILED' and l.bank = #{bank}""")
    long outstandingOf(String bank);

    /** @param balance fen */
    record PoolRow(String code, long balance, long trailSeq, String trailHead) {}

    /** @param amount fen, negative when money left the pool */
    record MoveRow(String id, String pool, long amount, String note, String madeBy, long madeAt) {}

    /** @param balance principal of non-performing loans in fen */
    record NplRow(String bank, long balance, LocalDate onDay) {}
}
