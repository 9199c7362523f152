package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.Aside;
import pl.kujawskopomorskie.ngo.consultations.act.Doubt;
import pl.kujawskopomorskie.ngo.consultations.act.ProvisionUnit;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What was read of a draft, for the clerk to check before anybody else sees it.
 *
 * @param consultation it belongs to
 * @param version that was read
 * @param units in the order of the text
 * @param asides what is in the file but not of the text
 * @param doubts where a person should look
 * @param mayRun whether the reader may change anything
 * @param note on what is new, as typed
 * @param errors in the form
 */
record DraftDeskPage(
        Consultation consultation,
        DraftVersion version,
        List<Unit> units,
        List<Aside> asides,
        List<Place> doubts,
        boolean mayRun,
        String note,
        FormErrors errors) {

    private static final int DEEPEST = 6;

    static DraftDeskPage from(
            Consultation consultation,
            DraftVersion version,
            ActText text,
            Map<String, String> fates,
            boolean mayRun,
            String note,
            FormErrors errors) {
        var doubtful = new HashSet<String>();
        text.doubts().forEach(doubt -> doubtful.add(doubt.unit()));
        var depths = new HashMap<String, Integer>();
        var citations = new HashMap<String, String>();
        var units = new ArrayList<Unit>();
        for (var unit : text.units()) {
            var depth = unit.parent().isEmpty() ? 0 : Math.min(DEEPEST, depths.getOrDefault(unit.parent(), 0) + 1);
            depths.put(unit.id(), depth);
            citations.put(unit.id(), unit.citation());
            units.add(new Unit(unit, depth, doubtful.contains(unit.id()), fates.get(unit.id())));
        }
        return new DraftDeskPage(
                consultation,
                version,
                units,
                text.asides(),
                text.doubts().stream()
                        .map(doubt -> new Place(doubt, citations.getOrDefault(doubt.unit(), "")))
                        .toList(),
                mayRun,
                note,
                errors);
    }

    /** Whether nobody but the office sees it yet. */
    public boolean unpublished() {
        return version.publishedAt() == null;
    }

    /** Whether it is published here; the first version goes out with the notice. */
    public boolean publishable() {
        return mayRun && unpublished() && consultation.announcedAt() != null && consultation.cancelledAt() == null;
    }

    /** Whether the next step is to announce the consultation with it. */
    public boolean announceable() {
        return mayRun && consultation.announcedAt() == null;
    }

    /** Whether its units can still be mended by hand. */
    public boolean mendable() {
        return mayRun && unpublished();
    }

    /**
     * One unit of the tree.
     *
     * @param unit as it was read
     * @param depth in the tree, 0 to 6
     * @param doubtful whether something about it looks wrong
     * @param fate what became of the unit of the version before, or null in a first version
     */
    record Unit(
            ProvisionUnit unit,
            int depth,
            boolean doubtful,
            @Nullable String fate) {}

    /**
     * A doubt with its place.
     *
     * @param doubt what looks wrong
     * @param citation of the unit, or empty for the document as a whole
     */
    record Place(Doubt doubt, String citation) {}
}
