package org.lianfu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B",
                "91430200MA4TE5T13J",
                "91430200MA4DEM029L",
                "91430200MA4RA1L347",
                "914302001000000164",
                "11430200006123458Y"
            })
    void a_right_credit_code_has_no_fault(String code) {
        assertThat(Uscc.check("/uscc", code)).isEmpty();
        assertThat(new Uscc(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4Z, uscc.character, Z, 18",
        "9143020OMA4TE5T13J, uscc.character, O, 8",
        "91430200MA4TE5T1SJ, uscc.character, S, 17",
        "91430200MA4TE5T1IJ, uscc.character, I, 17",
        "91430200MA4TE5T1VJ, uscc.character, V, 17",
        "91A30200MA4TE5T13J, uscc.character, A, 3",
        "91430200MA4TE5T1株J, uscc.character, 株, 17"
    })
    void a_wrong_character_refuses_and_is_named(String code, String fault, String character, String place) {
        assertThat(Uscc.check("/uscc", code)).hasValueSatisfying(f -> {
            assertThat(f.code()).isEqualTo(fault);
            assertThat(f.warning()).isFalse();
            assertThat(f.pointer()).isEqualTo("/uscc");
            assertThat(f.arguments()).containsEntry("character", character).containsEntry("place", place);
        });
        assertThatThrownBy(() -> new Uscc(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wrong_length_refuses_with_the_length() {
        assertThat(Uscc.check("/uscc", "91430200MA4TE5T13")).hasValueSatisfying(f -> {
            assertThat(f.code()).isEqualTo("uscc.length");
            assertThat(f.arguments()).containsEntry("length", "17");
        });
        assertThat(Uscc.check("", "91430200MA4TE5T13J7").orElseThrow().code()).isEqualTo("uscc.length");
        assertThat(Uscc.check("", null).orElseThrow().code()).isEqualTo("uscc.length");
    }

    @Test
    void a_wrong_check_digit_only_warns_and_says_what_was_expected() {
        assertThat(Uscc.check("/uscc", "91430200MA4TE5T13K")).hasValueSatisfying(f -> {
            assertThat(f.code()).isEqualTo("uscc.check-digit");
            assertThat(f.warning()).isTrue();
            assertThat(f.arguments()).containsEntry("expected", "J");
        });
        assertThat(new Uscc("91430200MA4TE5T13K").value()).isEqualTo("91430200MA4TE5T13K");
    }

    @Test
    void the_example_printed_in_the_standard_computes_to_3() {
        assertThat(Uscc.checkDigit("91350100M000100Y4")).isEqualTo('3');
        assertThat(Uscc.check("", "91350100M000100Y43")).isEmpty();
    }

    @Test
    void spaces_small_letters_and_full_width_characters_are_read() {
        assertThat(new Uscc(" 9143 0200 ma4te5t13j ").value()).isEqualTo("91430200MA4TE5T13J");
        assertThat(new Uscc("９１430200MA4TE5T13J").value()).isEqualTo("91430200MA4TE5T13J");
        assertThat(new Mobile("１３８００００１２３４").value()).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "430202199003071010",
                "430204198511200024",
                "430200200002290046",
                "11010519491231002x"
            })
    void a_right_identification_number_has_no_fault(String id) {
        assertThat(PersonId.check("", id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, personId.check-digit",
        "430202199002301010, personId.date",
        "430202199013071010, personId.date",
        "43020219900307101, personId.format",
        "4302021990030710AX, personId.format",
        "'', personId.format"
    })
    void a_wrong_identification_number_is_refused(String id, String code) {
        assertThat(PersonId.check("", id).orElseThrow().code()).isEqualTo(code);
    }

    @Test
    void an_identification_number_tells_birth_and_sex_and_never_prints_itself() {
        PersonId id = new PersonId("430202199003071010");
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1990, 3, 7));
        assertThat(id.male()).isTrue();
        assertThat(new PersonId("430204198511200024").male()).isFalse();
        assertThat(id.toString()).isEqualTo("430202********1010");
    }

    @Test
    void patent_numbers_carry_a_check_digit() {
        assertThat(PatentNo.check("", "ZL200310102344.5")).isEmpty();
        assertThat(new PatentNo("zl 2003 1010 2344.5").value()).isEqualTo("ZL200310102344.5");
        assertThat(PatentNo.check("", "ZL200310102344.6").orElseThrow())
                .isEqualTo(Fault.of("", "patentNo.check-digit", java.util.Map.of("expected", "5")));
        assertThat(PatentNo.check("", "200310102344.5").orElseThrow().code()).isEqualTo("patentNo.format");
        assertThat(PatentNo.check("", "ZL2003101023445").orElseThrow().code()).isEqualTo("patentNo.format");
    }

    @Test
    void a_patent_check_digit_of_ten_is_X() {
        // 5 x 2 leaves 10, written X
        assertThat(PatentNo.check("", "ZL500000000000.X")).isEmpty();
    }

    @Test
    void accounts_are_digits_and_cards_have_a_luhn_digit() {
        assertThat(BankAccount.luhn("79927398713")).isTrue();
        assertThat(BankAccount.luhn("79927398710")).isFalse();
        assertThat(BankAccount.check("", "1903 0201 0900 0000 001")).isEmpty();
        assertThat(BankAccount.check("", "6222020000000000001").orElseThrow().warning())
                .isTrue();
        assertThat(BankAccount.check("", "1234567").orElseThrow().code()).isEqualTo("account.format");
        assertThat(BankAccount.check("", "19030201O9000000").orElseThrow().code())
                .isEqualTo("account.format");
        assertThat(new BankAccount("19030201090000001").toString()).isEqualTo("****0001");
    }

    @Test
    void branch_numbers_have_twelve_digits_and_mobiles_eleven() {
        assertThat(Cnaps.check("", "102552000019")).isEmpty();
        assertThat(Cnaps.check("", "10255200001")).isPresent();
        assertThat(Mobile.check("", "+86 138-0000-1234")).isEmpty();
        assertThat(Mobile.check("", "12800001234")).isPresent();
        assertThat(new Mobile("13800001234").toString()).isEqualTo("138****1234");
    }
}
