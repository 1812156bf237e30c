package org.lianfu.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.lianfu.shared.Money;

/**
 * What the registries say of a firm (企业), each time with the source and the moment it was asked.
 *
 * @param uscc unified social credit code 统一社会信用代码
 * @param org code of the firm as an organisation
 * @param legalRep legal representative 法定代表人
 * @param region GB/T 2260 code of the district it is registered in, for example {@code 430204}
 * @param park code of the park 园区 it sits in; empty for none
 * @param regStatus 存续, 吊销, 注销, 迁出
 * @param sizeClass 大, 中, 小, 微
 * @param annualSales sales of the last full year
 * @param taxGrade taxpayer's credit A, B, M, C, D 纳税信用
 * @param muGrade output per mu A, B, C, D 亩均效益; empty when not graded
 * @param dishonest on the list of dishonest judgment debtors 失信被执行人
 * @param inChain member of the industry chain 产业链企业
 */
public record Firm(
        String uscc,
        String org,
        String name,
        String legalRep,
        String region,
        String park,
        String regStatus,
        LocalDate established,
        String sizeClass,
        Money annualSales,
        String taxGrade,
        String muGrade,
        boolean dishonest,
        boolean inChain,
        String source,
        Instant checkedAt) {

    public static String orgCode(String uscc) {
        return "FIRM_" + uscc;
    }
}
