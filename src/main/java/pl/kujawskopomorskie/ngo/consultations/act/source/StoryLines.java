package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;

/**
 * The lines of one story of a word processor's file: the body, a cell, a note, a frame or a running header.
 *
 * <p>In the text of a paragraph a line feed stands for a break within it, a form feed for a new page.
 */
final class StoryLines {

    private static final int COST_OF_A_LINE = 16;

    private final List<SourceLine> lines = new ArrayList<>();
    private final LineCollector.CharacterBudget budget;
    private final Role role;
    private boolean blank;

    /**
     * @param role role of all lines; BODY lets a paragraph say its own
     */
    StoryLines(Role role, LineCollector.CharacterBudget budget) {
        this.role = role;
        this.budget = budget;
    }

    LineCollector.CharacterBudget budget() {
        return budget;
    }

    List<SourceLine> lines() {
        return lines;
    }

    /** The next line begins after a gap, such as a new page. */
    void gap() {
        blank = true;
    }

    /**
     * Adds a paragraph.
     *
     * @param after notes and frames that hang on it
     */
    void paragraph(String text, String number, int level, Role own, List<SourceLine> after) {
        String label = number;
        int from = 0;
        boolean nothing = true;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (end || text.charAt(i) == '\n' || text.charAt(i) == '\f') {
                String line = Characters.plainHyphens(Characters.strip(text.substring(from, i)));
                if (!line.isEmpty() || (end && !label.isEmpty())) {
                    add(line, label, level, role == Role.BODY ? own : role);
                    label = "";
                    nothing = false;
                }
                if (!end && text.charAt(i) == '\f') {
                    blank = true;
                }
                from = i + 1;
            }
        }
        lines.addAll(after);
        if (nothing) {
            blank = true;
        }
    }

    /** Adds lines that float beside the story. */
    void hang(List<SourceLine> floating) {
        lines.addAll(floating);
    }

    /** Adds a row of a table. */
    void row(List<String> cells, List<SourceLine> after) {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            add(String.join("\t", cells), "", -1, role == Role.BODY ? Role.TABLE_ROW : role);
        }
        lines.addAll(after);
    }

    private void add(String text, String number, int level, Role lineRole) {
        budget.spend(text.length() + number.length() + COST_OF_A_LINE);
        lines.add(new SourceLine(text, number, level, 0, 0, blank, lineRole));
        blank = false;
    }

    /** What stands in a cell, on one line. */
    String flat() {
        if (lines.isEmpty()) {
            return "";
        }
        return lines.stream()
                .filter(line -> !hangs(line))
                .map(line -> (line.number() + " " + line.text()).strip().replace('\t', ' '))
                .collect(Collectors.joining(" "));
    }

    /** Notes and frames, which a row of a table cannot hold. */
    List<SourceLine> hanging() {
        if (lines.isEmpty()) {
            return List.of();
        }
        return lines.stream().filter(StoryLines::hangs).toList();
    }

    private static boolean hangs(SourceLine line) {
        return line.role() == Role.FOOTNOTE || line.role() == Role.FRAME;
    }

    /** The story as the text of a note: its own numbers are words of it, {@code mark} is the note's. */
    List<SourceLine> asNote(String mark) {
        var note = new ArrayList<SourceLine>();
        for (var line : lines) {
            String text = (line.number() + " " + line.text()).strip();
            budget.spend(text.length() + COST_OF_A_LINE);
            note.add(new SourceLine(text, note.isEmpty() ? mark : "", -1, 0, 0, false, Role.FOOTNOTE));
        }
        return note;
    }
}
