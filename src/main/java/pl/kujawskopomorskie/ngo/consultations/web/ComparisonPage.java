package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationHeading;
import pl.kujawskopomorskie.ngo.consultations.DraftAlignments;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.act.WordDiff;

/**
 * What a version changed, unit by unit; units that stayed as they were are left out.
 *
 * @param heading of the consultation
 * @param before the version before
 * @param after the version
 * @param changes in the order of the text
 * @param changed units with other words
 * @param added units
 * @param removed units
 * @param moved units
 */
record ComparisonPage(
        ConsultationHeading heading,
        DraftVersion before,
        DraftVersion after,
        List<Change> changes,
        long changed,
        long added,
        long removed,
        long moved) {

    static ComparisonPage from(
            ConsultationHeading heading,
            DraftVersion before,
            DraftVersion after,
            List<DraftUnit> unitsBefore,
            List<DraftUnit> unitsAfter) {
        var changes = DraftAlignments.pairs(unitsBefore, unitsAfter).stream()
                .map(Change::from)
                .filter(change -> !change.fate().equals("SAME"))
                .toList();
        return new ComparisonPage(
                heading,
                before,
                after,
                changes,
                count(changes, "CHANGED"),
                count(changes, "NEW"),
                count(changes, "REMOVED"),
                count(changes, "MOVED"));
    }

    private static long count(List<Change> changes, String fate) {
        return changes.stream().filter(change -> change.fate().equals(fate)).count();
    }

    /**
     * What became of one unit.
     *
     * @param address in the version where it is
     * @param citation of it, after where there is an after
     * @param citationBefore of it before, or empty when it is the same or there is none
     * @param label as printed
     * @param fate name of what became of it; REMOVED beside those of {@link DraftUnit.Fate}
     * @param segments its words, before and after in one
     */
    record Change(
            String address,
            String citation,
            String citationBefore,
            String label,
            String fate,
            List<WordDiff.Segment> segments) {

        static Change from(DraftAlignments.Pair pair) {
            var before = pair.before();
            var after = pair.after();
            if (after == null) {
                if (before == null) {
                    throw new IllegalArgumentException("A pair of nothing");
                }
                return new Change(
                        before.address(),
                        before.citation(),
                        "",
                        before.label(),
                        "REMOVED",
                        WordDiff.between(before.text(), ""));
            }
            if (before == null) {
                return new Change(
                        after.address(),
                        after.citation(),
                        "",
                        after.label(),
                        "NEW",
                        WordDiff.between("", after.text()));
            }
            return new Change(
                    after.address(),
                    after.citation(),
                    before.citation().equals(after.citation()) ? "" : before.citation(),
                    after.label(),
                    after.fate() == null
                            ? DraftUnit.Fate.SAME.name()
                            : after.fate().name(),
                    WordDiff.between(before.text(), after.text()));
        }
    }
}
