package org.lianfu.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.PackShelf;
import org.lianfu.flow.Token;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;

/** The house as the engine sees it, in memory: what it was told, and what it answers. */
public class FakeRoom implements CaseRoom, PackShelf {

    final Map<CaseNo, Map<String, Object>> facts = new HashMap<>();
    final Map<String, String> tables = new HashMap<>();
    final Map<CaseNo, Map<String, Token>> open = new HashMap<>();
    final Map<CaseNo, List<String>> told = new HashMap<>();
    private final Map<CaseNo, String> outcomes = new HashMap<>();

    void fact(CaseNo no, String name, Object value) {
        facts.computeIfAbsent(no, any -> new HashMap<>()).put(name, value);
    }

    /** What the next activity of the case answers. */
    public void willAnswer(CaseNo no, String outcome) {
        outcomes.put(no, outcome);
    }

    public String answer(CaseNo no) {
        return outcomes.get(no);
    }

    /** The token that waits at the element; fails when none or two do. */
    Token at(CaseNo no, String element) {
        List<Token> found = tokens(no).values().stream()
                .filter(token -> token.element().equals(element))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " tokens at " + element + " of " + no + ": " + tokens(no));
        }
        return found.get(0);
    }

    List<String> places(CaseNo no) {
        return tokens(no).values().stream().map(Token::element).sorted().toList();
    }

    List<String> told(CaseNo no) {
        return told.getOrDefault(no, List.of());
    }

    @Override
    public Map<String, Object> facts(CaseNo no) {
        return facts.getOrDefault(no, Map.of());
    }

    @Override
    public void learned(CaseNo no, Map<String, Object> learned) {
        tell(no, "learned " + new LinkedHashMap<>(learned));
        learned.forEach((name, value) -> fact(no, name, value));
    }

    @Override
    public void opened(CaseNo no, Token token) {
        tell(no, "opened " + token.element());
        tokens(no).put(token.id(), token);
    }

    @Override
    public void closed(CaseNo no, Token token) {
        tell(no, "closed " + token.element());
        if (tokens(no).remove(token.id()) == null) {
            throw new AssertionError("closed what was not open: " + token);
        }
    }

    @Override
    public void renamed(CaseNo no, Token token) {
        tell(no, "renamed " + token.element());
        if (tokens(no).put(token.id(), token) == null) {
            throw new AssertionError("renamed what was not open: " + token);
        }
    }

    @Override
    public void ended(CaseNo no, String element) {
        tell(no, "ended " + element);
    }

    @Override
    public byte[] decision(ProgramRef program, String decision) {
        return tables.get(decision).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    void completed(CaseNo no, Token token) {
        tokens(no).remove(token.id());
    }

    private Map<String, Token> tokens(CaseNo no) {
        return open.computeIfAbsent(no, any -> new LinkedHashMap<>());
    }

    private void tell(CaseNo no, String what) {
        told.computeIfAbsent(no, any -> new ArrayList<>()).add(what);
    }
}
