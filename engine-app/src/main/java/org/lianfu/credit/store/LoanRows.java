package org.lianfu.credit.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of loans, draw-downs and repayments. */
@Mapper
public interface LoanRows {

    @Select("""
            select case_no, bank, state, loan_class, contract_no, pledge_contract_no, contract_amount, annual_rate, ends_on,
              registered_on, drawn, outstanding, value_on, settled_on
            from crd_loan where case_no = #{no}""")
    LoanRow find(String no);

    @Select("""
            <script>
            select coalesce(sum(outstanding), 0) from crd_loan where case_no in
            <foreach collection='cases' item='no' open='(' separator=',' close=')'>#{no}</foreach>
            </script>""")
    long outstanding(@Param("cases") List<String> cases);

    @Select("""
            select count(*) from crd_loan where bank = #{bank} and contract_no = #{contractNo} and case_no <> #{no}""")
    int contractOfOthers(@Param("bank") String bank, @Param("contractNo") String contractNo, @Param("no") String no);

    @Select("select count(*) from crd_drawdown where bank = #{bank} and note_no = #{noteNo}")
    int note(@Param("bank") String bank, @Param("noteNo") String noteNo);

    @Insert("""
            insert into crd_loan (case_no, bank, state, loan_class, contract_no, pledge_contract_no, contract_amount,
              annual_rate, ends_on, registered_on, drawn, outstanding, value_on, settled_on, contracted_at)
            values (#{l.caseNo}, #{l.bank}, #{l.state}, #{l.loanClass}, #{l.contractNo}, #{l.pledgeContractNo},
              #{l.contractAmount}, #{l.annualRate}, #{l.endsOn}, #{l.registeredOn}, #{l.drawn}, #{l.outstanding},
              #{l.valueOn}, #{l.settledOn}, #{at})""")
    void insert(@Param("l") LoanRow loan, @Param("at") long at);

    @Update("""
            update crd_loan set state = #{a.state}, loan_class = #{a.loanClass}, registered_on = #{a.registeredOn},
              drawn = #{a.drawn}, outstanding = #{a.outstanding}, value_on = #{a.valueOn}, settled_on = #{a.settledOn}
            where case_no = #{b.caseNo} and state = #{b.state} and drawn = #{b.drawn} and outstanding = #{b.outstanding}""")
    int update(@Param("b") LoanRow before, @Param("a") LoanRow after);

    @Insert("""
            insert into crd_drawdown (id, case_no, bank, note_no, amount, value_on, payee_name, payee_account, payee_last4,
              payee_bank_no, recorded_by, confirmed_by, booked_at)
            values (#{id}, #{caseNo}, #{bank}, #{noteNo}, #{amount}, #{valueOn}, #{payeeName}, #{payeeAccount},
              #{payeeLast4}, #{payeeBankNo}, #{recordedBy}, #{confirmedBy}, #{bookedAt})""")
    void insertDrawdown(DrawdownRow drawdown);

    @Insert("""
            insert into crd_repayment (id, case_no, paid_on, principal, interest, recorded_by, booked_at)
            values (#{id}, #{no}, #{paidOn}, #{principal}, #{interest}, #{by}, #{at})""")
    void insertRepayment(
            @Param("id") String id,
            @Param("no") String no,
            @Param("paidOn") LocalDate paidOn,
            @Param("principal") long principal,
            @Param("interest") long interest,
            @Param("by") String by,
            @Param("at") long at);

    @Select("""
            select case_no from crd_loan where state = 'DRAWN' and ends_on < #{today} order by ends_on, case_no
            limit #{limit}""")
    List<String> fallenDue(@Param("today") LocalDate today, @Param("limit") int limit);

    /** A loan as stored; amounts in fen. */
    record LoanRow(
            String caseNo,
            String bank,
            String state,
            int loanClass,
            String contractNo,
            String pledgeContractNo,
            long contractAmount,
            String annualRate,
            LocalDate endsOn,
            LocalDate registeredOn,
            long drawn,
            long outstanding,
            LocalDate valueOn,
            LocalDate settledOn) {}

    /** A draw-down as stored: payee sealed, amount in fen. */
    record DrawdownRow(
            String id,
            String caseNo,
            String bank,
            String noteNo,
            long amount,
            LocalDate valueOn,
            String payeeName,
            String payeeAccount,
            String payeeLast4,
            String payeeBankNo,
            String recordedBy,
            String confirmedBy,
            long bookedAt) {}
}
