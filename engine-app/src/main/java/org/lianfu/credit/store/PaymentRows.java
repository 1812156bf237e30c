package org.lianfu.credit.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of payments to payees and of the invoices that prove draw-downs. */
@Mapper
public interface PaymentRows {

    @Select("""
            select id, case_no, attempt, state, voucher_no, amount, sent_on, payee_last4, made_by, checked_by, ended_on,
              receipt_no
            from crd_payment where case_no = #{no} order by attempt""")
    List<PaymentRow> ofCase(String no);

    @Insert("""
            insert into crd_payment (id, case_no, attempt, state, voucher_no, amount, sent_on, payee_name, payee_account,
              payee_last4, payee_bank_no, made_by, checked_by, booked_at)
            values (#{p.id}, #{p.caseNo}, #{p.attempt}, #{p.state}, #{p.voucherNo}, #{p.amount}, #{p.sentOn}, #{name},
              #{account}, #{p.payeeLast4}, #{bankNo}, #{p.madeBy}, #{p.checkedBy}, #{at})""")
    void insert(
            @Param("p") PaymentRow payment,
            @Param("name") String sealedName,
            @Param("account") String sealedAccount,
            @Param("bankNo") String bankNo,
            @Param("at") long at);

    @Update("""
            update crd_payment set state = #{state}, ended_on = #{on}, receipt_no = #{receiptNo}
            where id = #{id} and state = 'SENT'""")
    int end(
            @Param("id") String id,
            @Param("state") String state,
            @Param("on") LocalDate on,
            @Param("receiptNo") String receiptNo);

    @Select("select used_at from crd_invoice where invoice_key = #{key} and case_no <> #{no}")
    Long usedByOthers(@Param("key") String key, @Param("no") String no);

    @Delete("delete from crd_invoice where case_no = #{no}")
    void free(String no);

    @Insert("insert into crd_invoice (invoice_key, case_no, used_at) values (#{key}, #{no}, #{at})")
    void use(@Param("key") String key, @Param("no") String no, @Param("at") long at);

    /** A payment as stored, without its sealed payee; amount in fen. */
    record PaymentRow(
            String id,
            String caseNo,
            int attempt,
            String state,
            String voucherNo,
            long amount,
            LocalDate sentOn,
            String payeeLast4,
            String madeBy,
            String checkedBy,
            LocalDate endedOn,
            String receiptNo) {}
}
