package org.lianfu.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The 20 answers of the reference case: the same for both sides. */
final class Answers {

    /** Asked amount in fen: above every short route of the decision. */
    static final long AMOUNT_FEN = 25_000_000L;

    static final long EMPLOYEES = 86;

    private Answers() {}

    /** As the bare engine is given them: a variable each. */
    static Map<String, Object> asVariables() {
        Map<String, Object> answers = new LinkedHashMap<>(texts());
        answers.put("amountFen", AMOUNT_FEN);
        answers.put("employees", EMPLOYEES);
        answers.put("exports", false);
        answers.put("consent", true);
        return answers;
    }

    /** As a person types them into the house's form. */
    static Map<String, Object> asTyped() {
        Map<String, Object> answers = new LinkedHashMap<>(texts());
        answers.put("amount", "250000.00");
        answers.put("employees", EMPLOYEES);
        answers.put("exports", false);
        answers.put("consent", true);
        return answers;
    }

    private static Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("firmName", "株洲示例轨道部件有限公司");
        texts.put("address", "湖南省株洲市石峰区示例路 1 号");
        texts.put("legalPerson", "示例甲");
        texts.put("contact", "示例乙");
        texts.put("contactRole", "财务负责人");
        texts.put("industry", "C3713");
        texts.put("product", "轨道车辆制动部件");
        texts.put("founded", "2011-05-18");
        texts.put("purpose", "采购原材料与设备更新");
        texts.put("term", "M12");
        texts.put("repayment", "按季付息，到期还本");
        texts.put("patentTitle", "一种制动盘的热处理方法");
        texts.put("patentKind", "INVENTION");
        texts.put("bankName", "示例银行甲");
        texts.put("revenue", "2025 年主营业务收入三千余万元");
        texts.put("note", "无");
        return texts;
    }
}
