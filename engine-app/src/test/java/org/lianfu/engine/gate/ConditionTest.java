package org.lianfu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway may ask. */
class ConditionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcome == 'ACCEPT'}",
                "${ outcome=='ACCEPT' }",
                "${outcome != 'ACCEPT' && amountFen >= 100000}",
                "${(a == 'X' || b == 'Y') && c < 5.25}",
                "${approved}",
                "${approved == true}",
                "${level == '一级'}",
                "${a == b}"
            })
    void comparisonsOfFactsAndLiterals(String text) {
        assertThat(Condition.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "${}",
                "${1 == 1}",
                "${true}",
                "#{outcome == 'ACCEPT'}",
                "${outcome == 'ACCEPT'} ${x}",
                "x${outcome == 'ACCEPT'}",
                "${outcome.length == 3}",
                "${outcome['x'] == 3}",
                "${f() == 3}",
                "${f(x)}",
                "${a == 'x' && }",
                "${a == 'x' b}",
                "${a = 'x'}",
                "${a == \"x\"}",
                "${a == 'x\\'y'}",
                "${a ? b : c}",
                "${a + 1 == 2}",
                "${not a}",
                "${!a}",
                "${empty a}",
                "${a eq 'x'}",
                "${a == null}",
                "${(a == 'x'}",
                "${a == 'x')}",
                "${a == '${b}'}",
                "${a == {'x':1}}",
                "${a;b}",
                "${a -> b}"
            })
    void nothingElse(String text) {
        assertThat(Condition.problem(text)).isPresent();
    }
}
