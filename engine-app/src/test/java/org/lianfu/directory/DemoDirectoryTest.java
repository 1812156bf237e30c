package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.shared.Uscc;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The directory is whole: every unit of the plan, every persona of the contract, and numbers that are well formed. */
@OnH2
@ModuleTest
@ActiveProfiles("demo")
@Import(DirectoryParts.class)
class DemoDirectoryTest {

    @Autowired
    Directory directory;

    @Autowired
    SignInDesk desk;

    @Autowired
    JdbcTemplate sql;

    @ParameterizedTest
    @CsvSource({
        "ZZ_LEADGRP, COORDINATION, 制造强市建设领导小组",
        "ZZ_HQ, COORDINATION, 三个高地",
        "ZZ_CHAIN, COORDINATION, 产业链办公室",
        "ZZ_CHAINPARTY, COORDINATION, 产业链联合党委",
        "ZZ_DRC, BUREAU, 市发改委",
        "ZZ_IIT, BUREAU, 市工信局",
        "ZZ_ST, BUREAU, 市科技局",
        "ZZ_FIN_OFFICE, BUREAU, 市委金融办",
        "ZZ_TREASURY, BUREAU, 市财政局",
        "ZZ_TALENT, PARTY, 市委人才办",
        "ZZ_HRSS, BUREAU, 市人社局",
        "ZZ_EDU, BUREAU, 市教育局",
        "ZZ_VOC, BUREAU, 市职教办",
        "ZZ_COM, BUREAU, 市商务局",
        "ZZ_CCPIT, BUREAU, 市贸促会",
        "ZZ_MSA, BUREAU, 市市场监管局",
        "ZZ_ADMIN, BUREAU, 市行政审批局",
        "ZZ_TAX, BUREAU, 市税务局",
        "ZZ_UNION, MASS_ORG, 市总工会",
        "ZZ_SHIFENG, DISTRICT, 石峰区政府",
        "ZZ_HTZ, PARK, 株洲高新区管委会",
        "ZZ_ETZ, PARK, 株洲经开区管委会",
        "ZZ_SDIC, SOE, 市国投集团",
        "IND_ASSOC, INTERMEDIARY, 湖南省轨道交通装备产业协会",
        "IND_ENTERPRISE_ASSOC, INTERMEDIARY, 株洲市企业联合会",
        "CLUSTER_ORG, INTERMEDIARY, 株洲国联轨道交通产业服务中心"
    })
    void everyUnitOfThePlanHasItsCodeItsKindAndItsNameInBothLanguages(String code, OrgType type, String name) {
        Org org = directory.org(code);
        assertThat(org.type()).isEqualTo(type);
        assertThat(org.name().zh()).contains(name);
        assertThat(org.name().en()).matches("[\\x20-\\x7e]{3,}");
        assertThat(org.validFrom()).isBefore(org.validTo());
    }

    @ParameterizedTest
    @CsvSource({
        "链办, ZZ_CHAIN",
        "链长, ZZ_CHAIN",
        "金融办, ZZ_FIN_OFFICE",
        "市政府金融办, ZZ_FIN_OFFICE",
        "财政局, ZZ_TREASURY",
        "市知识产权局, ZZ_MSA",
        "集群促进机构, CLUSTER_ORG",
        "银保监会, CN_NFRA"
    })
    void whatPeopleCallAUnitFindsIt(String name, String code) {
        assertThat(directory.called(name)).extracting(Org::code).containsExactly(code);
    }

    static List<String> personas() {
        List<String> logins = new ArrayList<>(
                List.of("firm.a", "firm.a.signer", "firm.b", "firm.b.signer", "talent.li", "buyer.clerk", "appraiser"));
        for (String bank : List.of("bank.a.", "bank.b.")) {
            Stream.of(
                            "rm",
                            "investigator",
                            "reviewer",
                            "approver",
                            "cityapprover",
                            "disburser",
                            "payer",
                            "payer2",
                            "postloan",
                            "upper")
                    .forEach(post -> logins.add(bank + post));
            IntStream.rangeClosed(1, 7).forEach(i -> logins.add(bank + "member" + i));
        }
        logins.addAll(
                List.of("park.clerk", "iit.acceptor", "iit.reviewer", "iit.chief", "st.reviewer", "msa.reviewer"));
        logins.addAll(List.of("hrss.acceptor", "hrss.reviewer", "talent.chief"));
        logins.addAll(List.of("fin.acceptor", "fin.reviewer", "fin.chief", "treasury.maker", "treasury.checker"));
        IntStream.rangeClosed(1, 9).forEach(i -> logins.add("expert" + i));
        logins.addAll(List.of("auditor", "designer", "publisher", "sysadmin", "secadmin", "auditadmin", "operator"));
        logins.addAll(List.of("secadmin2", "bank.a.secadmin", "bank.b.secadmin"));
        return logins;
    }

    @ParameterizedTest
    @MethodSource("personas")
    void everyPersonaOfTheContractIsThereAndComesInWithItsPassword(String login) {
        assertThat(directory.personas()).extracting(Persona::login).contains(login);
        assertThat(desk.signIn(login, "demo-" + login, "127.0.0.1").actor().roles())
                .isNotEmpty();
    }

    @Test
    void creditCodesOfTheInventedFirmsAreWellFormedToTheLastDigit() {
        List<String> codes = sql.queryForList(
                "select uscc from dir_firm union select uscc from dir_org where uscc is not null", String.class);
        assertThat(codes)
                .hasSizeGreaterThan(3)
                .allSatisfy(code -> assertThat(Uscc.check("", code)).as(code).isEmpty());
    }
}
