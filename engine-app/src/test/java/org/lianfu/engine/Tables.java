package org.lianfu.engine;

/** Decision tables of tests, written as one row a line: {@code input|output|description}. */
final class Tables {

    private Tables() {}

    static String table(String id, String hitPolicy, String input, String output, String rows) {
        StringBuilder rules = new StringBuilder();
        int n = 0;
        for (String row : rows.strip().split("\n")) {
            String[] cells = row.strip().split("\\|");
            n++;
            rules.append("""
                    <rule id="row%d"><description>%s</description>
                      <inputEntry id="in%d"><text><![CDATA[%s]]></text></inputEntry>
                      <outputEntry id="out%d"><text><![CDATA[%s]]></text></outputEntry></rule>
                    """.formatted(n, cells[2], n, cells[0], n, cells[1]));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="defs" namespace="test">
                  <decision id="%s" name="%s"><decisionTable id="table" hitPolicy="%s">
                    <input id="input"><inputExpression id="expression"><text>%s</text></inputExpression></input>
                    <output id="output" name="%s"/>
                    %s
                  </decisionTable></decision>
                </definitions>""".formatted(id, id, hitPolicy, input, output, rules);
    }
}
