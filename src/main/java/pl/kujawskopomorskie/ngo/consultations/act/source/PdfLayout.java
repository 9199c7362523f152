package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Origin;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfPages.Page;

/**
 * Tells the text of a PDF from what only stands on its pages: running headers and footers by their repeating at one place,
 * footnotes by their small type at the bottom of a page under a mark.
 */
final class PdfLayout {

    /** Running headers and footers stand in this part of the page, at its top or bottom. */
    private static final float EDGE = 0.14f;
    /** Lines that may make up one running header. */
    private static final int DEEPEST_HEADER = 5;
    /** A header repeated on at least this part of the pages, and on two, is a header. */
    private static final double REPEATED_ON = 0.3;

    private static final float SAME_PLACE = 4;
    private static final float NOTES_BELOW = 0.4f;
    private static final float SMALL_TYPE = 0.93f;
    private static final float CLEAR_GAP = 1.3f;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—\\s]*\\d{1,4}[-–—\\s]*|(?i:(strona|str\\.?)\\s*\\d{1,4}(\\s*(z|/)\\s*\\d{1,4})?)|\\d{1,4}\\s*/\\s*\\d{1,4}");
    private static final Pattern NOTE_MARK = Pattern.compile("(\\d{1,3}\\)?|\\*{1,3}\\)?)");
    private static final Pattern PLAIN_NOTE = Pattern.compile("(\\d{1,3}\\)?|\\*{1,3}\\)?)(?:\\s+\\S|\\p{Lu}).*");
    private static final Pattern HEAD_OF_ANNEX = Pattern.compile("(?iu)załącznik\\b");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final List<Page> pages;
    private final Map<String, List<Float>> places = new HashMap<>();
    /** Where each line first stands that might be the head of an annex. */
    private final Map<String, Integer> firstPages = new HashMap<>();

    private final float bodySize;
    private final float leftEdge;
    private final float pitch;

    PdfLayout(List<Page> pages) {
        this.pages = pages;
        for (var page : pages) {
            for (var line : page.lines()) {
                if (isAtEdge(page, line)) {
                    places.computeIfAbsent(modulo(line), key -> new ArrayList<>())
                            .add(line.y());
                    if (HEAD_OF_ANNEX.matcher(line.text()).lookingAt()) {
                        firstPages.putIfAbsent(line.text(), page.number());
                    }
                }
            }
        }
        this.bodySize = usualSize();
        this.leftEdge = usualLeftEdge();
        this.pitch = usualPitch();
    }

    List<SourceLine> lines() {
        var parts = pages.stream().map(this::parts).toList();
        var rows = PdfTables.rows(parts.stream()
                .flatMap(part -> part.text().stream())
                .filter(line -> line.origin() == Origin.TEXT)
                .toList());
        var lines = new ArrayList<SourceLine>();
        for (var part : parts) {
            add(part, rows, lines);
        }
        return lines;
    }

    /** What a page is made of, from top to bottom. */
    private record Parts(
            Page page, List<PdfLine> header, List<PdfLine> text, List<NoteLine> notes, List<PdfLine> footer) {}

    private Parts parts(Page page) {
        var all = page.lines();
        int top = headerEnd(page);
        int bottom = Math.max(top, footerStart(page));
        var text = all.subList(top, bottom);
        int small = smallTypeStart(text);
        var raised = raised(text.subList(0, small));
        int notesAt = notesStart(text, small, raised);
        if (notesAt == text.size()) {
            notesAt = notesOfBodySizeStart(page, text);
        }
        return new Parts(
                page,
                all.subList(0, top),
                text.subList(0, notesAt),
                notes(text.subList(notesAt, text.size()), raised),
                all.subList(bottom, all.size()));
    }

    private void add(Parts parts, Map<PdfLine, Set<Integer>> rows, List<SourceLine> to) {
        var page = parts.page();
        Set<String> marks = new HashSet<>();
        parts.notes().forEach(note -> marks.add(note.number()));
        marks.remove("");

        for (var line : parts.header()) {
            to.add(aside(line, Role.HEADER, page));
        }
        PdfLine before = null;
        for (var line : parts.text()) {
            var role = roleOf(page, line);
            if (role == Role.BODY) {
                boolean gap = before != null && line.y() - before.y() > gapAfter(before, line);
                float indent = Math.max(0, line.x() - leftEdge);
                var cells = rows.get(line);
                String words = cells == null ? line.textWithout(marks) : line.cellsWithout(marks, cells);
                if (!words.isEmpty()) {
                    to.add(new SourceLine(
                            words, "", -1, indent, page.number(), gap, cells == null ? Role.BODY : Role.TABLE_ROW));
                    before = line;
                }
            } else {
                to.add(aside(line, role, page));
            }
        }
        for (var note : parts.notes()) {
            to.add(new SourceLine(note.text(), note.number(), -1, 0, page.number(), false, Role.FOOTNOTE));
        }
        for (var frame : page.frames()) {
            to.add(new SourceLine(frame, "", -1, 0, page.number(), false, Role.FRAME));
        }
        for (var line : parts.footer()) {
            to.add(aside(line, Role.FOOTER, page));
        }
    }

    private static SourceLine aside(PdfLine line, Role role, Page page) {
        return new SourceLine(line.text(), "", -1, 0, page.number(), false, role);
    }

    private static Role roleOf(Page page, PdfLine line) {
        return switch (line.origin()) {
            case TEXT -> Role.BODY;
            case HEADER -> Role.HEADER;
            case FOOTER -> Role.FOOTER;
            case WATERMARK -> Role.FRAME;
            case PAGINATION -> line.y() < page.height() / 2 ? Role.HEADER : Role.FOOTER;
        };
    }

    private float gapAfter(PdfLine before, PdfLine line) {
        float larger = Math.max(before.size(), line.size());
        return CLEAR_GAP * Math.max(pitch, pitch * larger / bodySize);
    }

    // ---- running headers and footers

    private int headerEnd(Page page) {
        var lines = page.lines();
        int end = 0;
        while (end < lines.size() && end < DEEPEST_HEADER && isRunning(page, lines.get(end))) {
            end++;
        }
        return end;
    }

    private int footerStart(Page page) {
        var lines = page.lines();
        int start = lines.size();
        while (start > 0 && lines.size() - start < DEEPEST_HEADER && isRunning(page, lines.get(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean isRunning(Page page, PdfLine line) {
        if (line.origin() == Origin.HEADER || line.origin() == Origin.FOOTER || line.origin() == Origin.PAGINATION) {
            return true;
        }
        if (!isAtEdge(page, line) || isHeadOfAnnex(page, line)) {
            return false;
        }
        if (PAGE_NUMBER.matcher(line.text()).matches()) {
            return true;
        }
        long repeated = places.getOrDefault(modulo(line), List.of()).stream()
                .filter(y -> Math.abs(y - line.y()) < SAME_PLACE)
                .count();
        boolean says = modulo(line).chars().filter(Character::isLetter).count() >= 3;
        return says && repeated >= Math.max(2, REPEATED_ON * pages.size());
    }

    /** Annexes begin pages with lines that are alike but for the number; the very same line again is a running header. */
    private boolean isHeadOfAnnex(Page page, PdfLine line) {
        return firstPages.getOrDefault(line.text(), 0) == page.number();
    }

    private static boolean isAtEdge(Page page, PdfLine line) {
        return line.y() < EDGE * page.height() || line.y() > (1 - EDGE) * page.height();
    }

    private static String modulo(PdfLine line) {
        return DIGITS.matcher(line.text()).replaceAll("#");
    }

    // ---- footnotes

    private record NoteLine(String number, String text) {}

    /** Where the small type at the bottom of the page begins; a page of nothing else has none. */
    private int smallTypeStart(List<PdfLine> text) {
        int start = text.size();
        while (start > 0 && text.get(start - 1).size() < SMALL_TYPE * bodySize) {
            start--;
        }
        return start == 0 ? text.size() : start;
    }

    private static Set<String> raised(List<PdfLine> lines) {
        Set<String> raised = new HashSet<>();
        for (var line : lines) {
            for (var piece : line.pieces()) {
                if (piece.raised()) {
                    raised.add(piece.text().strip());
                }
            }
        }
        return raised;
    }

    /** The first line of the small type that has a note's mark; what stands above it is text in small type. */
    private static int notesStart(List<PdfLine> text, int small, Set<String> raised) {
        int start = small;
        while (start < text.size() && mark(text.get(start), raised).isEmpty()) {
            start++;
        }
        return start;
    }

    /** Notes in the type of the text itself: below a gap, under a mark that is raised somewhere above on the page. */
    private int notesOfBodySizeStart(Page page, List<PdfLine> text) {
        int start = text.size();
        for (int i = text.size() - 1; i > 0 && text.get(i).y() > NOTES_BELOW * page.height(); i--) {
            var line = text.get(i);
            var above = text.get(i - 1);
            boolean apart = line.y() - above.y() > gapAfter(above, line);
            if (apart && !mark(line, raised(text.subList(0, i))).isEmpty()) {
                start = i;
            }
        }
        return start;
    }

    private static List<NoteLine> notes(List<PdfLine> lines, Set<String> raised) {
        var notes = new ArrayList<NoteLine>();
        Set<String> expected = new HashSet<>(raised);
        for (var line : lines) {
            String mark = mark(line, expected);
            if (mark.isEmpty()) {
                notes.add(new NoteLine("", line.text()));
            } else {
                notes.add(new NoteLine(mark, Characters.strip(line.text().substring(mark.length()))));
                expected.add(following(mark));
            }
        }
        return notes;
    }

    /** The mark that a line of small type begins with: raised, or plain when the page has this mark or it is the next. */
    private static String mark(PdfLine line, Set<String> known) {
        var first = line.pieces().getFirst();
        String text = first.text().strip();
        if (first.raised() && NOTE_MARK.matcher(text).matches() && line.pieces().size() > 1) {
            return text;
        }
        var plain = PLAIN_NOTE.matcher(line.text());
        return plain.matches() && known.contains(plain.group(1)) ? plain.group(1) : "";
    }

    private static String following(String mark) {
        String digits = mark.endsWith(")") ? mark.substring(0, mark.length() - 1) : mark;
        String end = mark.endsWith(")") ? ")" : "";
        return digits.startsWith("*") ? digits + "*" + end : Integer.parseInt(digits) + 1 + end;
    }

    // ---- what is usual in this document

    /** Size of most letters. */
    private float usualSize() {
        Map<Integer, Integer> letters = new TreeMap<>();
        for (var page : pages) {
            for (var line : page.lines()) {
                letters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
            }
        }
        return letters.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(24)
                / 2f;
    }

    /** The leftmost place where more than a stray line begins. */
    private float usualLeftEdge() {
        Map<Integer, Integer> begins = new TreeMap<>();
        int all = 0;
        for (var page : pages) {
            for (var line : page.lines()) {
                if (!isAtEdge(page, line)) {
                    begins.merge(Math.round(line.x()), 1, Integer::sum);
                    all++;
                }
            }
        }
        int enough = Math.max(1, all / 50);
        return begins.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    /** The distance of baselines within a paragraph: the lower quarter of all distances between lines of body size. */
    private float usualPitch() {
        var distances = new ArrayList<Float>();
        for (var page : pages) {
            for (int i = 1; i < page.lines().size(); i++) {
                var above = page.lines().get(i - 1);
                var line = page.lines().get(i);
                float distance = line.y() - above.y();
                boolean body = Math.abs(line.size() - bodySize) < 1 && Math.abs(above.size() - bodySize) < 1;
                if (body && distance > bodySize / 2 && distance < 3 * bodySize) {
                    distances.add(distance);
                }
            }
        }
        distances.sort(Float::compare);
        return distances.isEmpty() ? 1.2f * bodySize : distances.get(distances.size() / 4);
    }
}
