package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.shared.Refused;

/** One invoice has one key however it is typed; what is no invoice is refused; and one payee has one name. */
class InvoiceKeyTest {

    @ParameterizedTest
    @CsvSource({
        "'',             26432000009990000001,          26432000009990000001",
        "'',             ' 2643 2000 0099 9000 0001 ',  26432000009990000001",
        "4400190011,     12345678,                      4400190011|12345678",
        "044001900111,   １２３４５６７８,                  044001900111|12345678"
    })
    void an_invoice_has_one_key(String code, String number, String key) {
        assertThat(InvoiceKey.of(code, number)).contains(new InvoiceKey(key));
    }

    @ParameterizedTest
    @CsvSource({
        "'',          12345678",
        "4400190011,  ''",
        "4400190011,  26432000009990000001",
        "440019001,   12345678",
        "'',          2643200000999000000X"
    })
    void what_is_no_invoice_is_refused(String code, String number) {
        assertThatThrownBy(() -> InvoiceKey.of(code, number))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("credit.invoice-no");
    }

    @Test
    void no_invoice_is_no_key() {
        assertThat(InvoiceKey.of(null, null)).isEqualTo(Optional.empty());
        assertThat(InvoiceKey.of("", " ")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "示例钢材有限公司,          true",
        "' 示例 钢材有限公司',      true",
        "示例轴承(株洲)有限公司,    true",
        "示例钢材有限责任公司,      false",
        "示例,                     false"
    })
    void a_payee_is_named_by_the_contract(String payee, boolean named) {
        assertThat(Payees.of("示例钢材有限公司\n\n  示例轴承（株洲）有限公司 \n").names(payee)).isEqualTo(named);
    }
}
