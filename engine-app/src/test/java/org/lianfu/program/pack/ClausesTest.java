package org.lianfu.program.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianfu.program.Clause;

class ClausesTest {

    @Test
    void aClauseIsReadAsPeopleReadItWithoutTheMarksOfMarkdown() {
        assertThat(Clauses.read("## §2 申请条件\n成立满 12 个月 `[A]`，信用不是 D 级 `[M]`。\n"))
                .containsExactly(new Clause("§2", "申请条件\n成立满 12 个月 [A]，信用不是 D 级 [M]。"));
    }
}
