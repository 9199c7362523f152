package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;

/**
 * Reads the paragraphs and tables of a DOCX's stories as they read when every tracked change is accepted and nothing hidden
 * is shown.
 */
final class WordStory {

    private static final Pattern PAGE_FIELD =
            Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LONGEST_INSTRUCTION = 2_000;
    private static final int BODY_OUTLINE_LEVEL = 9;
    private static final int NONE = -1;
    /** What an empty cell takes from the limit of characters, for it takes memory too. */
    private static final int COST_OF_A_CELL = 8;

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final LineCollector.CharacterBudget budget;
    private final WordPackage.NoteNumbers noteNumbers;
    private final Map<String, StoryLines> notes = new HashMap<>();
    private final Set<String> headers = new LinkedHashSet<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private final Deque<Field> fields = new ArrayDeque<>();
    private @Nullable Paragraph unfinished;

    WordStory(
            WordStyles styles,
            WordNumbering numbering,
            LineCollector.CharacterBudget budget,
            WordPackage.NoteNumbers noteNumbers) {
        this.styles = styles;
        this.numbering = numbering;
        this.budget = budget;
        this.noteNumbers = noteNumbers;
    }

    /** Relationship ids of the headers that the sections read so far use. */
    Set<String> headers() {
        return headers;
    }

    Set<String> footers() {
        return footers;
    }

    void readNote(String kind, String id, XmlCursor xml) throws XMLStreamException {
        var note = new StoryLines(Role.FOOTNOTE, budget);
        blocks(xml, note);
        notes.put(kind + id, note);
    }

    /** A field being read; its instruction is no text, its result is. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean inResult;
        private boolean silent;
    }

    /** A paragraph being read. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final List<SourceLine> hanging = new ArrayList<>();
        private String style = "";
        private @Nullable String numId;
        private int level = -1;
        private @Nullable Boolean heading;
        private boolean markDeleted;
        private boolean markHidden;
        private boolean newPage;
        private boolean framed;
        private @Nullable String number;
        private int listLevel = -1;
        private int ownMarkOf = NONE;
    }

    /** Reads the blocks in the element that the cursor stands on. */
    void blocks(XmlCursor xml, StoryLines to) throws XMLStreamException {
        var outer = unfinished;
        unfinished = null;
        blocksWithin(xml, to);
        if (unfinished != null) {
            finish(unfinished, to);
        }
        unfinished = outer;
    }

    private void blocksWithin(XmlCursor xml, StoryLines to) throws XMLStreamException {
        int here = xml.depth();
        boolean chosen = false;
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "p" -> paragraph(xml, to);
                case "tbl" -> table(xml, to);
                case "sectPr" -> section(xml);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent" ->
                    blocksWithin(xml, to);
                case "Choice", "Fallback" -> {
                    if (!chosen) {
                        chosen = true;
                        blocksWithin(xml, to);
                    }
                }
                default -> {}
            }
        }
    }

    private void paragraph(XmlCursor xml, StoryLines to) throws XMLStreamException {
        var paragraph = new Paragraph();
        if (unfinished != null) {
            // the mark between the two was deleted: the words run on into this one, which keeps its own properties
            paragraph.text.append(unfinished.text);
            paragraph.hanging.addAll(unfinished.hanging);
            unfinished = null;
        }
        inline(xml, paragraph);
        if (paragraph.markDeleted) {
            unfinished = paragraph;
        } else {
            finish(paragraph, to);
        }
    }

    private void finish(Paragraph paragraph, StoryLines to) {
        var style = styles.ofParagraph(paragraph.style);
        String text = paragraph.text.toString();
        boolean vanished = (paragraph.markHidden || style.hidden()) && Characters.isBlank(text);
        String number = vanished ? "" : number(paragraph);
        if (Characters.isBlank(text) && number.chars().noneMatch(Character::isLetterOrDigit)) {
            number = "";
        }
        if (paragraph.newPage) {
            to.gap();
        }
        boolean heading = paragraph.heading == null ? style.heading() : paragraph.heading;
        var role = paragraph.framed ? Role.FRAME : heading ? Role.HEADING : Role.BODY;
        to.paragraph(text, number, paragraph.listLevel, role, paragraph.hanging);
    }

    /** The paragraph's number, counted once and before anything inside it is. */
    private String number(Paragraph paragraph) {
        if (paragraph.number == null) {
            paragraph.number = count(paragraph);
        }
        return paragraph.number;
    }

    private String count(Paragraph paragraph) {
        var style = styles.ofParagraph(paragraph.style);
        String numId = paragraph.numId == null ? style.numId() : paragraph.numId;
        if (numId.isEmpty() || numId.equals("0") || !numbering.knows(numId)) {
            return "";
        }
        int level = paragraph.level;
        if (level < 0 && paragraph.numId == null) {
            level = style.level() >= 0 ? style.level() : numbering.levelOfStyle(numId, style.numberedBy());
        }
        paragraph.listLevel = Math.clamp(level, 0, 8);
        return numbering.next(numId, paragraph.listLevel);
    }

    private void paragraphProperties(XmlCursor xml, Paragraph paragraph) throws XMLStreamException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "pStyle" -> paragraph.style = xml.attribute("val", "");
                case "numPr" -> {
                    int properties = xml.depth();
                    while (xml.nextChild(properties)) {
                        switch (xml.name()) {
                            case "numId" -> paragraph.numId = xml.attribute("val");
                            case "ilvl" -> paragraph.level = xml.number("val", 0);
                            default -> {}
                        }
                    }
                }
                case "outlineLvl" -> paragraph.heading = xml.number("val", BODY_OUTLINE_LEVEL) < BODY_OUTLINE_LEVEL;
                case "pageBreakBefore" -> paragraph.newPage = WordStyles.isOn(xml.attribute("val", "1"));
                case "framePr" ->
                    paragraph.framed = xml.attribute("dropCap", "none").equals("none");
                case "rPr" -> {
                    int properties = xml.depth();
                    while (xml.nextChild(properties)) {
                        switch (xml.name()) {
                            case "del", "moveFrom" -> paragraph.markDeleted = true;
                            case "vanish" -> paragraph.markHidden = WordStyles.isOn(xml.attribute("val", "1"));
                            default -> {}
                        }
                    }
                }
                case "sectPr" -> section(xml);
                default -> {}
            }
        }
        if (!paragraph.markDeleted && !paragraph.markHidden) {
            number(paragraph);
        }
    }

    private void section(XmlCursor xml) throws XMLStreamException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "headerReference" -> headers.add(xml.attribute("id", ""));
                case "footerReference" -> footers.add(xml.attribute("id", ""));
                default -> {}
            }
        }
    }

    /** Reads what stands in a paragraph, or in anything that only wraps a part of it. */
    private void inline(XmlCursor xml, Paragraph paragraph) throws XMLStreamException {
        int here = xml.depth();
        boolean chosen = false;
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "pPr" -> paragraphProperties(xml, paragraph);
                case "r" -> {
                    if (isMath(xml)) {
                        inline(xml, paragraph);
                    } else {
                        run(xml, paragraph);
                    }
                }
                case "t" -> text(xml, paragraph, false);
                case "fldSimple" -> {
                    if (!PAGE_FIELD.matcher(xml.attribute("instr", "")).matches()) {
                        inline(xml, paragraph);
                    }
                }
                case "Choice", "Fallback" -> {
                    if (!chosen) {
                        chosen = true;
                        inline(xml, paragraph);
                    }
                }
                case "ins",
                        "moveTo",
                        "hyperlink",
                        "smartTag",
                        "customXml",
                        "sdt",
                        "sdtContent",
                        "dir",
                        "bdo",
                        "AlternateContent",
                        "ruby",
                        "rubyBase" -> inline(xml, paragraph);
                default -> {
                    if (isMath(xml)) {
                        inline(xml, paragraph);
                    }
                }
            }
        }
    }

    private static boolean isMath(XmlCursor xml) {
        return xml.namespace().endsWith("/math");
    }

    private void run(XmlCursor xml, Paragraph paragraph) throws XMLStreamException {
        int here = xml.depth();
        boolean hidden = false;
        paragraph.ownMarkOf = NONE;
        while (xml.nextChild(here)) {
            if (xml.name().equals("rPr")) {
                hidden = isHidden(xml, paragraph);
            } else {
                runContent(xml, paragraph, hidden);
            }
        }
        paragraph.ownMarkOf = NONE;
    }

    private boolean isHidden(XmlCursor xml, Paragraph paragraph) throws XMLStreamException {
        boolean hidden = styles.ofParagraph(paragraph.style).hidden();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "rStyle" -> hidden |= styles.hidesRun(xml.attribute("val", ""));
                case "vanish" -> hidden = WordStyles.isOn(xml.attribute("val", "1"));
                default -> {}
            }
        }
        return hidden;
    }

    private void runContent(XmlCursor xml, Paragraph paragraph, boolean hidden) throws XMLStreamException {
        switch (xml.name()) {
            case "t" -> text(xml, paragraph, hidden);
            case "tab", "ptab" -> append(paragraph, "\t", hidden);
            case "br" -> append(paragraph, xml.attribute("type", "textWrapping").equals("page") ? "\f" : "\n", hidden);
            case "cr" -> append(paragraph, "\n", hidden);
            case "noBreakHyphen" -> append(paragraph, "-", hidden);
            case "sym" -> append(paragraph, symbol(xml.attribute("char", "")), hidden);
            case "footnoteReference", "endnoteReference" -> note(xml, paragraph, hidden);
            case "fldChar" -> field(xml.attribute("fldCharType", ""));
            case "instrText" -> instruction(xml);
            case "drawing", "pict", "object" -> frames(xml, paragraph, hidden);
            case "ruby" -> inline(xml, paragraph);
            case "AlternateContent" -> {
                int here = xml.depth();
                boolean chosen = false;
                while (xml.nextChild(here)) {
                    if (!chosen) {
                        chosen = true;
                        int choice = xml.depth();
                        while (xml.nextChild(choice)) {
                            runContent(xml, paragraph, hidden);
                        }
                    }
                }
            }
            default -> {}
        }
    }

    private void text(XmlCursor xml, Paragraph paragraph, boolean hidden) throws XMLStreamException {
        xml.text(piece -> append(paragraph, piece.replace('\n', ' ').replace('\r', ' '), hidden));
    }

    private void append(Paragraph paragraph, String text, boolean hidden) {
        if (hidden || isSilent()) {
            return;
        }
        budget.spend(text.length());
        if (paragraph.ownMarkOf != NONE) {
            // a mark of one's own (*) stands in the text itself, and belongs to the note
            var note = paragraph.hanging.get(paragraph.ownMarkOf);
            paragraph.hanging.set(
                    paragraph.ownMarkOf,
                    new SourceLine(note.text(), note.number() + text, -1, 0, 0, false, Role.FOOTNOTE));
        } else {
            paragraph.text.append(text);
        }
    }

    private boolean isSilent() {
        for (var field : fields) {
            if (!field.inResult || field.silent) {
                return true;
            }
        }
        return false;
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(new Field());
            case "separate" -> {
                var field = fields.peek();
                if (field != null) {
                    field.inResult = true;
                    field.silent = PAGE_FIELD.matcher(field.instruction).matches();
                }
            }
            case "end" -> fields.poll();
            default -> {}
        }
    }

    private void instruction(XmlCursor xml) throws XMLStreamException {
        xml.text(piece -> {
            var field = fields.peek();
            if (field != null && field.instruction.length() < LONGEST_INSTRUCTION) {
                field.instruction.append(piece);
            }
        });
    }

    private void note(XmlCursor xml, Paragraph paragraph, boolean hidden) {
        if (hidden || isSilent()) {
            return;
        }
        String kind = xml.name().equals("footnoteReference") ? "footnote" : "endnote";
        boolean ownMark = WordStyles.isOn(xml.attribute("customMarkFollows", "0"));
        String mark = ownMark ? "" : noteNumbers.next(kind);
        var note = notes.get(kind + xml.attribute("id", ""));
        if (note == null || note.lines().isEmpty()) {
            return;
        }
        paragraph.ownMarkOf = ownMark ? paragraph.hanging.size() : NONE;
        paragraph.hanging.addAll(note.asNote(mark));
    }

    /** Text boxes, and words drawn as a watermark, anywhere in a drawing. */
    private void frames(XmlCursor xml, Paragraph paragraph, boolean hidden) throws XMLStreamException {
        int here = xml.depth();
        boolean chosen = false;
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "txbxContent" -> {
                    var frame = new StoryLines(Role.FRAME, budget);
                    blocks(xml, frame);
                    if (!hidden) {
                        paragraph.hanging.addAll(frame.lines());
                    }
                }
                case "textpath" -> {
                    var frame = new StoryLines(Role.FRAME, budget);
                    frame.paragraph(xml.attribute("string", ""), "", -1, Role.FRAME, List.of());
                    paragraph.hanging.addAll(frame.lines());
                }
                case "Choice", "Fallback" -> {
                    if (!chosen) {
                        chosen = true;
                        frames(xml, paragraph, hidden);
                    }
                }
                default -> frames(xml, paragraph, hidden);
            }
        }
    }

    private void table(XmlCursor xml, StoryLines to) throws XMLStreamException {
        int here = xml.depth();
        var shape = new TableShape();
        rows(xml, here, shape, to);
    }

    /** Number of columns in a table's grid; one column is a frame around running text, not a table. */
    private static final class TableShape {
        private int columns;
    }

    private void rows(XmlCursor xml, int parent, TableShape shape, StoryLines to) throws XMLStreamException {
        while (xml.nextChild(parent)) {
            switch (xml.name()) {
                case "tblGrid" -> {
                    int grid = xml.depth();
                    while (xml.nextChild(grid)) {
                        shape.columns += xml.name().equals("gridCol") ? 1 : 0;
                    }
                }
                case "tr" -> row(xml, shape, to);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> rows(xml, xml.depth(), shape, to);
                default -> {}
            }
        }
    }

    private void row(XmlCursor xml, TableShape shape, StoryLines to) throws XMLStreamException {
        var cells = new ArrayList<String>();
        var hanging = new ArrayList<SourceLine>();
        cells(xml, xml.depth(), shape, cells, hanging, to);
        to.row(cells, hanging);
    }

    private void cells(
            XmlCursor xml, int parent, TableShape shape, List<String> cells, List<SourceLine> hanging, StoryLines to)
            throws XMLStreamException {
        while (xml.nextChild(parent)) {
            switch (xml.name()) {
                case "trPr" -> {
                    int properties = xml.depth();
                    boolean deleted = false;
                    while (xml.nextChild(properties)) {
                        deleted |= xml.name().equals("del");
                    }
                    if (deleted) {
                        while (xml.nextChild(parent)) {
                            // a row deleted in tracked changes is passed over whole
                        }
                    }
                }
                case "tc" -> {
                    if (shape.columns == 1) {
                        blocks(xml, to);
                    } else {
                        var cell = new StoryLines(Role.BODY, budget);
                        blocks(xml, cell);
                        budget.spend(COST_OF_A_CELL);
                        cells.add(cell.flat());
                        hanging.addAll(cell.hanging());
                    }
                }
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" ->
                    cells(xml, xml.depth(), shape, cells, hanging, to);
                default -> {}
            }
        }
    }

    /** A sign given by its place in a symbol font. */
    private static String symbol(String code) {
        int point;
        try {
            point = Integer.parseInt(code, 16);
        } catch (NumberFormatException e) {
            return "";
        }
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F0B7", "F0A7", "F06C", "F06E" -> "•";
            case "F02D" -> "–";
            case "F0FC" -> "✓";
            case "F0FE", "F052" -> "☑";
            case "F0A8", "F06F", "F071" -> "☐";
            case "F0B0" -> "°";
            case "F0B3" -> "≥";
            case "F0A3" -> "≤";
            case "F0B4" -> "×";
            default ->
                point > ' ' && point < 0xd800 || point >= 0xe000 && point < 0xfffe ? String.valueOf((char) point) : "";
        };
    }
}
