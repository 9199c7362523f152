package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;

/** Organisations for tests, each with a name and a KRS of its own. */
@Singleton
public final class OrganisationRows {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final SavingOrganisation saving;
    private final People people;

    OrganisationRows(SavingOrganisation saving, People people) {
        this.saving = saving;
        this.people = people;
    }

    /** A listed association of a name in Toruń. */
    public Organisation listed(String name) {
        return listed(entry(name));
    }

    /** A listed organisation. */
    public Organisation listed(OrganisationEntry entry) {
        return done(saving.enter(entry, clerk()));
    }

    /** A person of the office. */
    public Actor clerk() {
        return people.named("Klara Biurowa", Role.CLERK);
    }

    /** What a form would send for a new association in Toruń. */
    public OrganisationEntry entry(String name) {
        var at = NEXT.incrementAndGet();
        Map<OrganisationField, String> typed = new EnumMap<>(OrganisationField.class);
        typed.put(OrganisationField.NAME, name);
        typed.put(OrganisationField.LEGAL_FORM, "ASSOCIATION");
        typed.put(OrganisationField.KRS, "09%08d".formatted(at));
        typed.put(OrganisationField.TOWN, "Toruń");
        typed.put(OrganisationField.COUNTY, "0463");
        typed.put(OrganisationField.SPHERES, "16, 15");
        return new OrganisationEntry(typed);
    }

    /** The organisation that a saving led to. */
    public static Organisation done(SavingOrganisation.Saved saved) {
        if (saved instanceof SavingOrganisation.Saved.Done(var organisation)) {
            return organisation;
        }
        throw new AssertionError("Not saved: " + saved);
    }
}
