package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;

/** Reads the paragraphs, lists and tables of an ODT's stories, tracked deletions and hidden text left out. */
final class OpenDocumentStory {

    private static final int MOST_SPACES = 1_000;
    /** What an empty cell takes from the limit of characters, for it takes memory too. */
    private static final int COST_OF_A_CELL = 8;

    private final OpenDocumentStyles styles;
    private final OpenDocumentNumbering numbering;
    private final LineCollector.CharacterBudget budget;

    OpenDocumentStory(OpenDocumentStyles styles, LineCollector.CharacterBudget budget) {
        this.styles = styles;
        this.numbering = new OpenDocumentNumbering(styles);
        this.budget = budget;
    }

    /** A paragraph being read; white space in the file counts as one space, and none at the beginning. */
    private final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final List<SourceLine> hanging = new ArrayList<>();
        private boolean afterSpace = true;

        void characters(String piece) {
            budget.spend(piece.length());
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                if (!space) {
                    text.append(c);
                } else if (!afterSpace) {
                    text.append(' ');
                }
                afterSpace = space;
            }
        }

        void exactly(String piece) {
            budget.spend(piece.length());
            text.append(piece);
            afterSpace = false;
        }
    }

    /** An item of a list: only its first paragraph carries the number. */
    private static final class Item {
        private final OpenDocumentNumbering.Open list;
        private final @Nullable Integer startValue;
        private boolean numbered;

        Item(OpenDocumentNumbering.Open list, @Nullable Integer startValue, boolean numbered) {
            this.list = list;
            this.startValue = startValue;
            this.numbered = numbered;
        }
    }

    /** Reads the blocks in the element that the cursor stands on. */
    void blocks(XmlCursor xml, StoryLines to) throws XMLStreamException {
        blocks(xml, to, null);
    }

    private void blocks(XmlCursor xml, StoryLines to, @Nullable Item item) throws XMLStreamException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "p", "h" -> paragraph(xml, to, item);
                case "list" -> list(xml, to, item == null ? null : item.list);
                case "numbered-paragraph" -> {
                    var open = numbering.open(
                            null, xml.attribute("style-name", ""), "", xml.attribute("list-id", ""), true);
                    var at = new OpenDocumentNumbering.Open(
                            open.style(), Math.clamp(xml.number("level", 1), 1, 10), open.counters());
                    blocks(xml, to, new Item(at, startValue(xml), false));
                }
                case "table" -> table(xml, to);
                case "section" -> {
                    if (!xml.attribute("display", "true").equals("none")) {
                        blocks(xml, to, null);
                    }
                }
                case "table-of-content",
                        "illustration-index",
                        "table-index",
                        "object-index",
                        "user-index",
                        "alphabetical-index",
                        "bibliography",
                        "index-body",
                        "index-title" -> blocks(xml, to, null);
                case "frame",
                        "text-box",
                        "custom-shape",
                        "rect",
                        "g",
                        "ellipse",
                        "line",
                        "connector",
                        "polygon",
                        "polyline",
                        "path",
                        "circle",
                        "caption",
                        "a" -> {
                    if (isDrawing(xml)) {
                        frame(xml, to);
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isDrawing(XmlCursor xml) {
        return xml.namespace().endsWith(":drawing:1.0");
    }

    private static @Nullable Integer startValue(XmlCursor xml) {
        String value = xml.attribute("start-value");
        return value == null ? null : Integer.valueOf(XmlCursor.integer(value, 1));
    }

    private void frame(XmlCursor xml, StoryLines to) throws XMLStreamException {
        var frame = new StoryLines(Role.FRAME, budget);
        blocks(xml, frame, null);
        to.hang(frame.lines());
    }

    private void list(XmlCursor xml, StoryLines to, OpenDocumentNumbering.@Nullable Open outer)
            throws XMLStreamException {
        var open = numbering.open(
                outer,
                xml.attribute("style-name", ""),
                xml.attribute("id", ""),
                xml.attribute("continue-list", ""),
                xml.attribute("continue-numbering", "false").equals("true"));
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "list-item" -> blocks(xml, to, new Item(open, startValue(xml), false));
                case "list-header" -> blocks(xml, to, new Item(open, null, true));
                default -> {}
            }
        }
    }

    private void paragraph(XmlCursor xml, StoryLines to, @Nullable Item item) throws XMLStreamException {
        String style = xml.attribute("style-name", "");
        boolean heading = xml.name().equals("h");
        String number = "";
        int level = -1;
        if (item != null) {
            level = item.list.level() - 1;
            if (!item.numbered) {
                item.numbered = true;
                number = numbering.next(item.list, item.startValue);
            }
        } else if (heading && !xml.attribute("is-list-header", "false").equals("true")) {
            int outline = xml.number("outline-level", 1);
            boolean restart = xml.attribute("restart-numbering", "false").equals("true");
            number = numbering.nextHeading(outline, restart ? startValue(xml) : null);
            level = number.isEmpty() ? -1 : Math.clamp(outline, 1, 10) - 1;
        }
        if (styles.beginsPage(style)) {
            to.gap();
        }
        var paragraph = new Paragraph();
        inline(xml, paragraph, styles.hides("paragraph", style));
        if (paragraph.text.isEmpty() && number.chars().noneMatch(Character::isLetterOrDigit)) {
            number = "";
        }
        var role = heading || styles.isHeading(style) ? Role.HEADING : Role.BODY;
        to.paragraph(paragraph.text.toString(), number, level, role, paragraph.hanging);
    }

    /** Reads what stands in a paragraph, or in anything that only wraps a part of it. */
    private void inline(XmlCursor xml, Paragraph paragraph, boolean hidden) throws XMLStreamException {
        int here = xml.depth();
        XmlCursor.TextTaker characters = piece -> {
            if (!hidden) {
                paragraph.characters(piece);
            }
        };
        while (xml.nextPiece(here, characters)) {
            switch (xml.name()) {
                case "s" -> exactly(paragraph, " ".repeat(Math.clamp(xml.number("c", 1), 1, MOST_SPACES)), hidden);
                case "tab" -> exactly(paragraph, "\t", hidden);
                case "line-break" -> {
                    exactly(paragraph, "\n", hidden);
                    paragraph.afterSpace = true;
                }
                case "span" -> inline(xml, paragraph, hidden || styles.hides("text", xml.attribute("style-name", "")));
                case "note" -> note(xml, paragraph, hidden);
                case "hidden-text",
                        "annotation",
                        "ruby-text",
                        "page-number",
                        "page-count",
                        "script",
                        "tracked-changes",
                        "change",
                        "change-start",
                        "change-end",
                        "forms",
                        "annotation-end" -> {}
                case "hidden-paragraph" -> {}
                default -> {
                    if (isDrawing(xml) && !xml.name().equals("a")) {
                        var frame = new StoryLines(Role.FRAME, budget);
                        blocks(xml, frame, null);
                        if (!hidden) {
                            paragraph.hanging.addAll(frame.lines());
                        }
                    } else {
                        inline(xml, paragraph, hidden);
                    }
                }
            }
        }
    }

    private static void exactly(Paragraph paragraph, String piece, boolean hidden) {
        if (!hidden) {
            paragraph.exactly(piece);
        }
    }

    private void note(XmlCursor xml, Paragraph paragraph, boolean hidden) throws XMLStreamException {
        var mark = new StringBuilder();
        var note = new StoryLines(Role.FOOTNOTE, budget);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "note-citation" -> xml.text(mark::append);
                case "note-body" -> blocks(xml, note, null);
                default -> {}
            }
        }
        if (!hidden) {
            budget.spend(mark.length());
            paragraph.hanging.addAll(note.asNote(mark.toString().strip()));
        }
    }

    private void table(XmlCursor xml, StoryLines to) throws XMLStreamException {
        rows(xml, new TableShape(), to);
    }

    /** Number of columns that a table declares; one column is a frame around running text, not a table. */
    private static final class TableShape {
        private long columns;
    }

    private void rows(XmlCursor xml, TableShape shape, StoryLines to) throws XMLStreamException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "table-column" -> shape.columns += Math.max(1, xml.number("number-columns-repeated", 1));
                case "table-columns",
                        "table-header-columns",
                        "table-column-group",
                        "table-rows",
                        "table-header-rows",
                        "table-row-group" -> rows(xml, shape, to);
                case "table-row" -> row(xml, shape, to);
                default -> {}
            }
        }
    }

    private void row(XmlCursor xml, TableShape shape, StoryLines to) throws XMLStreamException {
        var cells = new ArrayList<String>();
        var hanging = new ArrayList<SourceLine>();
        int here = xml.depth();
        int spanned = 0;
        while (xml.nextChild(here)) {
            if (xml.name().equals("table-cell")) {
                spanned = xml.number("number-columns-spanned", 1);
            }
            // what a wide cell covers is no cell; what a tall one covers is an empty one
            boolean covered = xml.name().equals("covered-table-cell") && spanned > 0;
            spanned--;
            if (shape.columns == 1) {
                blocks(xml, to, null);
            } else if (!covered) {
                var cell = new StoryLines(Role.BODY, budget);
                blocks(xml, cell, null);
                budget.spend(COST_OF_A_CELL);
                cells.add(cell.flat());
                hanging.addAll(cell.hanging());
            }
        }
        to.row(cells, hanging);
    }
}
