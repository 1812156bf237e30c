package org.lianfu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** The directory's administrators on their pages, without JavaScript. */
@OnH2
class DirectoryPagesTest extends CounterHouse {

    private static final String LIST = "/admin/directory";
    private static final String PEOPLE = LIST + "/people";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private Caller system;
    private Caller security;

    @BeforeEach
    void administrators() {
        system = Caller.browser(port, "sysadmin");
        security = Caller.browser(port, "secadmin");
    }

    @Test
    void a_person_is_entered_opened_posted_and_leaves_and_the_page_tells_it() {
        Answer entered = system.submit(LIST, PEOPLE, person("p.zhou", "BANK_A"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(302);
        assertThat(entered.header("Location")).endsWith("/people/p.zhou");
        assertThat(see(system, "p.zhou")).contains("周新人", "登录已停用", "登记了人员周新人", "链已核验");

        act("p.zhou", "/sign-in", Map.of("open", "true", "password", "Herbst-7-Birke-x", "reason", "到岗"));
        act("p.zhou", "/posts", Map.of("role", "BANK_POSTLOAN", "reason", "到岗"));
        String page = see(security, "p.zhou");
        assertThat(page).contains("可登录", "贷后管理岗", "授予周新人岗位“贷后管理岗”", "不限期").doesNotContain("9999");
        act("p.zhou", "/posts/BANK_POSTLOAN/end", Map.of("reason", "调岗"));
        assertThat(see(security, "p.zhou")).contains("结束周新人的岗位", "调岗", "暂无岗位");
        String english =
                security.get(PEOPLE + "/p.zhou?lang=en", "Accept", "text/html").body();
        assertThat(english).contains("ended the post", "Chain verified, whole").doesNotContain("??");
        security.get(PEOPLE + "/p.zhou?lang=zh-CN", "Accept", "text/html");
    }

    @Test
    void what_was_typed_wrong_stays_with_a_link_to_its_field() {
        Map<String, String> bad = person("Bad Login", "NO_SUCH");
        bad.put("to", "2020-01-01");
        Answer again = system.submit(LIST, PEOPLE, bad);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("href=\"#enter-login\"", "href=\"#enter-org\"", "href=\"#enter-to\"")
                .contains("value=\"Bad Login\"", "value=\"周新人\"", "value=\"2020-01-01\"", "value=\"新进\"");

        Answer weak = security.submit(
                PEOPLE + "/expert3",
                PEOPLE + "/expert3/sign-in",
                Map.of("version", version(security, "expert3"), "open", "true", "password", "kurz", "reason", "重设"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body())
                .contains("href=\"#open-password\"", "value=\"重设\"")
                .doesNotContain("kurz");
    }

    @Test
    void the_three_exclude_one_another_on_the_page_too() {
        system.submit(LIST, PEOPLE, person("p.both", "PLATFORM"));
        act("p.both", "/posts", Map.of("role", "SYS_ADMIN", "reason", "任命"));
        Answer refused = security.submit(
                PEOPLE + "/p.both",
                PEOPLE + "/p.both/posts",
                Map.of("version", version(security, "p.both"), "role", "AUDIT_ADMIN", "reason", "兼任"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("“p.both”担任系统管理员", "不得同时担任审计管理员", "请先结束前一岗位", "value=\"兼任\"");
        act("p.both", "/posts/SYS_ADMIN/end", Map.of("reason", "收回"));
    }

    @Test
    void each_administrator_is_offered_only_his_own_and_nobody_himself() {
        String audit = see(Caller.browser(port, "auditadmin"), "bank.a.rm");
        assertThat(audit).contains("只查看").doesNotContain("/correction", "/posts\"", "/sign-in\"");
        assertThat(see(system, "bank.a.rm")).contains("/correction").doesNotContain("/posts\"", "/sign-in\"");
        assertThat(see(security, "bank.a.rm"))
                .contains("/posts\"", "/sign-in\"")
                .doesNotContain("/correction");
        assertThat(see(security, "secadmin")).contains("任何人不得变更自己").doesNotContain("/posts\"", "/sign-in\"");
        Caller bank = Caller.browser(port, "bank.a.secadmin");
        assertThat(bank.get(LIST, "Accept", "text/html").body())
                .contains("bank.a.approver")
                .doesNotContain("bank.b.", "treasury.");
        assertThat(bank.get(PEOPLE + "/bank.b.rm", "Accept", "text/html").status())
                .isEqualTo(404);
        assertThat(bank.get(LIST + "/limits/BANK_B", "Accept", "text/html").status())
                .isEqualTo(404);
    }

    @Test
    void a_stale_page_is_told_who_was_faster() {
        String seen = version(security, "expert2");
        Caller other = Caller.browser(port, "secadmin2");
        other.submit(
                PEOPLE + "/expert2",
                PEOPLE + "/expert2/posts",
                Map.of("version", seen, "role", "APPRAISER", "reason", "兼任"));
        Answer late = security.submit(
                PEOPLE + "/expert2",
                PEOPLE + "/expert2/sign-in",
                Map.of("version", seen, "open", "false", "reason", "停用"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("已由 安全管理二 于 2026-11-24", "value=\"停用\"");
        act("expert2", "/posts/APPRAISER/end", Map.of("reason", "结束"));
    }

    @Test
    void limits_are_proposed_by_one_and_confirmed_by_another() {
        Caller bank = Caller.browser(port, "bank.b.secadmin");
        String page = LIST + "/limits/BANK_B";
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "program", PROGRAM, "branch", "2000000", "city", "1", "committee", "9000000", "source", "授权书2026-2"));
        typed.put("reason", "年度授权");
        Answer bad = bank.submit(page, page + "/proposals", typed);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("href=\"#propose-city\"", "value=\"授权书2026-2\"", "两级会重叠");
        typed.put("city", "5000000");
        assertThat(bank.submit(page, page + "/proposals", typed).status()).isEqualTo(302);
        String own = bank.get(page, "Accept", "text/html").body();
        assertThat(own).contains("待复核", "须由另一位安全管理员复核").doesNotContain("/confirmation");
        String seen = security.get(page, "Accept", "text/html").body();
        Matcher confirm =
                Pattern.compile("formaction=\"([^\"]+/confirmation)\"").matcher(seen);
        assertThat(confirm.find()).isTrue();
        assertThat(security.submit(page, confirm.group(1), Map.of("reason", "核对无误"))
                        .status())
                .isEqualTo(302);
        assertThat(bank.get(page, "Accept", "text/html").body())
                .contains("执行中", "支行 2,000,000 元", "年度授权", "核对无误", "链已核验");
    }

    @Test
    void the_list_is_searched_and_goes_on() {
        String first = security.get(LIST + "?org=BANK_A", "Accept", "text/html").body();
        Matcher next = Pattern.compile("href=\"(/admin/directory\\?org=BANK_A[^\"]*after=[^\"]*)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        String second = security.get(next.group(1).replace("&amp;", "&"), "Accept", "text/html")
                .body();
        assertThat(second).contains("bank.a.").doesNotContain(">bank.a.approver<");
        assertThat(security.get(LIST + "?q=secadmin2", "Accept", "text/html").body())
                .contains("安全管理二")
                .doesNotContain("bank.a.rm");
        assertThat(security.get(LIST + "?q=nobody.here", "Accept", "text/html").body())
                .contains("没有符合条件的人员");
        assertThat(security.get(LIST + "?org=NO_SUCH", "Accept", "text/html").status())
                .isEqualTo(404);
    }

    private void act(String login, String what, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("version", version(security, login));
        Answer done = security.submit(PEOPLE + "/" + login, PEOPLE + "/" + login + what, all);
        assertThat(done.status()).as(what + " " + done.body()).isEqualTo(302);
    }

    private static String see(Caller caller, String login) {
        Answer page = caller.get(PEOPLE + "/" + login, "Accept", "text/html");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static String version(Caller caller, String login) {
        Matcher found = VERSION.matcher(see(caller, login));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> person(String login, String org) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("login", login);
        person.put("org", org);
        person.put("name-zh", "周新人");
        person.put("name-en", "Zhou New");
        person.put("reason", "新进");
        return person;
    }
}
