package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines say about themselves when one may also look at the few that follow. */
final class Lookahead {

    private static final int PARAGRAPH_REACH = 12;
    private static final int SHORTEST_PROSE = 80;
    private static final int LONGEST_HEADING = 250;

    private final Outline outline;
    private final List<Line> lines;

    Lookahead(Outline outline, List<Line> lines) {
        this.outline = outline;
        this.lines = lines;
    }

    /** The text of the line behind a place, or nothing at the end. */
    String textBehind(int at) {
        return at + 1 < lines.size() ? lines.get(at + 1).text() : "";
    }

    /** The next label at the beginning of a line behind a place, as far as a paragraph may reach, or null. */
    @Nullable
    Label labelBehind(int at) {
        for (var i = at + 1; i < lines.size() && i - at < PARAGRAPH_REACH; i++) {
            var line = lines.get(i);
            var label = line.hasNumber()
                    ? Labels.automatic(line.source().number())
                    : line.inline() || line.quoted() ? null : Labels.at(line.text(), 0);
            if (label != null) {
                return label;
            }
        }
        return null;
    }

    /** A line that reads like a heading, or that the file says is one. */
    boolean isHeading(Line line, int at) {
        if (line.inline() || line.quoted()) {
            return false;
        }
        var text = line.text();
        if (line.source().role() == SourceLine.Role.HEADING) {
            return text.length() < LONGEST_HEADING;
        }
        if (!Wording.isTitleLike(text)) {
            return false;
        }
        if (at + 1 >= lines.size()) {
            return true;
        }
        var next = lines.get(at + 1);
        if (next.broken() || next.hasNumber() || next.text().isEmpty()) {
            return true;
        }
        return next.afterShort() && (Character.isUpperCase(next.text().charAt(0)) || Labels.at(next.text(), 0) != null);
    }

    /** Whether prose or a unit follows the heading, and not more lines of a title. */
    boolean headsText(int at) {
        return at + 1 < lines.size()
                && (isProse(at + 1)
                        || lines.get(at + 1).hasNumber()
                        || Labels.at(lines.get(at + 1).text(), 0) != null);
    }

    /** Inside units only what stands right before a section, or is set in capitals, is a heading. */
    boolean headsUnit(Line line, int at) {
        if (line.source().role() == SourceLine.Role.HEADING) {
            return true;
        }
        if (outline.end != LineEnd.CLOSED) {
            return false;
        }
        if (at + 1 >= lines.size()) {
            return false;
        }
        var next = lines.get(at + 1);
        var label = next.hasNumber() ? Labels.automatic(next.source().number()) : Labels.at(next.text(), 0);
        if (label == null) {
            return Wording.isCapitals(line.text()) && line.broken();
        }
        return switch (label.kind()) {
            case SECTION, ARTICLE -> true;
            case PARAGRAPH -> outline.lastSection == null && label.number().isFirst();
            default -> Wording.isCapitals(line.text()) && line.broken();
        };
    }

    /** Whether prose begins with the line itself, and not behind a title that the line is. */
    boolean startsProse(int at) {
        if (!isProse(at) || Character.isLowerCase(lines.get(at).text().charAt(0))) {
            return false;
        }
        var next = at + 1 < lines.size() ? lines.get(at + 1) : null;
        return next == null
                || !Wording.isTitleLike(lines.get(at).text())
                || next.text().isEmpty()
                || !(next.broken() || next.afterShort())
                || !Character.isUpperCase(next.text().charAt(0));
    }

    boolean isProse(int at) {
        var paragraph = paragraphFrom(at);
        return paragraph.length() > SHORTEST_PROSE && Wording.endsSentence(paragraph);
    }

    /** The paragraph that begins with a line, as far as one has to look. */
    String paragraphFrom(int at) {
        var text = lines.get(at).text();
        var next = at + 1;
        if (next >= lines.size() || isParagraphEnd(next)) {
            return text;
        }
        var out = new StringBuilder(text);
        while (next < lines.size() && next - at < PARAGRAPH_REACH && !isParagraphEnd(next)) {
            out.append(' ').append(lines.get(next).text());
            next++;
        }
        return out.toString();
    }

    private boolean isParagraphEnd(int next) {
        var line = lines.get(next);
        return line.broken()
                || line.hasNumber()
                || (!line.inline() && !line.quoted() && Labels.at(line.text(), 0) != null);
    }
}
