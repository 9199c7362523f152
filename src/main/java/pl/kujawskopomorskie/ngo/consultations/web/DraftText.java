package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.consultations.DraftTexts;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;

/**
 * The words of a draft as they are set, with the number of remarks at each unit.
 *
 * @param units in the order of the text
 * @param contents the parts of the act, for the list of contents
 * @param footnotes of the text
 * @param remarks on all versions of the draft
 */
record DraftText(List<Unit> units, List<Unit> contents, List<DraftTexts.Footnote> footnotes, int remarks) {

    private static final int FIRST_OF_LISTS = 2;
    private static final int DEEPEST = 6;

    static DraftText from(
            List<DraftUnit> rows, RemarkCounts.OfVersion counts, List<DraftTexts.Footnote> footnotes, int remarks) {
        var depths = new HashMap<String, Integer>();
        var units = new ArrayList<Unit>(rows.size());
        for (var row : rows) {
            units.add(Unit.from(row, depth(row, depths), counts.on(row)));
        }
        return new DraftText(units, units.stream().filter(Unit::isInContents).toList(), footnotes, remarks);
    }

    // Groups such as chapters hold sections but do not move them to the right; only lists do.
    private static int depth(DraftUnit row, Map<String, Integer> depths) {
        var parent = depths.getOrDefault(row.parent(), 0);
        var depth = depth(row.kind(), parent);
        depths.put(row.address(), depth);
        return depth;
    }

    // A point stands to the right of the words that lead to it, whether they are those of a section or of a paragraph.
    private static int depth(UnitKind kind, int parent) {
        return switch (kind) {
            case POINT -> Math.clamp(parent + 1, FIRST_OF_LISTS, DEEPEST);
            case LETTER, INDENT, DOUBLE_INDENT -> Math.min(DEEPEST, parent + 1);
            default -> parent;
        };
    }

    /**
     * One unit as it is set.
     *
     * @param address of it, which is also its anchor
     * @param citation as law cites it
     * @param label as printed
     * @param text its own words
     * @param rows of a table, cell by cell; empty for other units
     * @param kind what it is
     * @param depth how far it stands to the right, 0 to 6
     * @param remarks made on it
     */
    record Unit(
            String address,
            String citation,
            String label,
            String text,
            List<List<String>> rows,
            UnitKind kind,
            int depth,
            int remarks) {

        static Unit from(DraftUnit row, int depth, int remarks) {
            return new Unit(
                    row.address(),
                    row.citation(),
                    row.label(),
                    row.text(),
                    row.kind() == UnitKind.TABLE ? cells(row.text()) : List.of(),
                    row.kind(),
                    depth,
                    remarks);
        }

        /** Whether it is set as a heading: 2 for parts of the document, 3 for groups of sections, 0 for text. */
        public int heading() {
            return switch (kind) {
                case TITLE, ANNEX, MEMORANDUM -> 2;
                case DIVISION, CHAPTER, SUBCHAPTER, HEADING -> 3;
                default -> 0;
            };
        }

        /** The part of the citation that is the same all through an annex, with its comma; empty outside of annexes. */
        public String annex() {
            return citation.substring(0, citation.length() - place().length());
        }

        /** The citation within its annex, or within the act. */
        public String place() {
            var comma = citation.startsWith("załącznik") ? citation.indexOf(", ") : -1;
            return comma < 0 ? citation : citation.substring(comma + 2);
        }

        boolean isInContents() {
            return (heading() > 0 && kind != UnitKind.TITLE) || kind == UnitKind.SECTION || kind == UnitKind.ARTICLE;
        }

        private static List<List<String>> cells(String text) {
            return Arrays.stream(text.split("\\R"))
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        }
    }
}
