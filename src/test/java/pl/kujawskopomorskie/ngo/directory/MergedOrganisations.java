package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Organisations that a clerk found to be one. */
@Singleton
public final class MergedOrganisations {

    private final MergingOrganisations merging;
    private final Organisations organisations;
    private final Doubles doubles;
    private final OrganisationRows rows;

    MergedOrganisations(
            MergingOrganisations merging, Organisations organisations, Doubles doubles, OrganisationRows rows) {
        this.merging = merging;
        this.organisations = organisations;
        this.doubles = doubles;
        this.rows = rows;
    }

    /** Merges an entry into one that stays. */
    public void merge(Organisation ends, Organisation stays) {
        var lower = Math.min(ends.key(), stays.key());
        var higher = Math.max(ends.key(), stays.key());
        doubles.note(lower, higher, Doubles.Likeness.SAME_NAME, TestClock.START);
        var pair = doubles.waiting(0, 100_000).stream()
                .filter(one -> one.lowerId() == lower && one.higherId() == higher)
                .findFirst()
                .orElseThrow();
        var merged = merging.merge(pair.id(), stays.key(), revision(lower), revision(higher), rows.clerk());
        if (!(merged instanceof MergingOrganisations.Merging.Done)) {
            throw new AssertionError("Not merged: " + merged);
        }
    }

    private int revision(long id) {
        return organisations.findById(id).orElseThrow().revision();
    }
}
