package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Organisations for tests, each with a name and a KRS of its own. */
@Singleton
public final class OrganisationRows {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final SavingOrganisation saving;
    private final Doubles doubles;
    private final People people;

    OrganisationRows(SavingOrganisation saving, Doubles doubles, People people) {
        this.saving = saving;
        this.doubles = doubles;
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

    /** A listed one of which everything is known, and which was changed once. */
    public Organisation full(String name) {
        var begun = listed(entry(name)
                .with(OrganisationField.SHORT_NAME, "Przykład")
                .with(OrganisationField.STREET, "Szeroka")
                .with(OrganisationField.HOUSE, "1A")
                .with(OrganisationField.FLAT, "2")
                .with(OrganisationField.POSTCODE, "87-100")
                .with(OrganisationField.COMMUNE, "Toruń")
                .with(OrganisationField.COMMUNE_TERYT, "0463011")
                .with(OrganisationField.AREA, "VOIVODESHIP")
                .with(OrganisationField.PUBLIC_BENEFIT, "true")
                .with(OrganisationField.SOCIAL_ECONOMY, "true")
                .with(OrganisationField.TAX_KRS, "0000123456")
                .with(OrganisationField.DESCRIPTION, "Uczymy.\n\nPomagamy.")
                .with(OrganisationField.CONTACT_EMAIL, "biuro@przyklad.example.pl")
                .with(OrganisationField.CONTACT_PHONE, "56 621 83 00")
                .with(OrganisationField.CONTACT_PUBLIC, "true")
                .with(OrganisationField.WEBSITE, "https://przyklad.example.pl")
                .with(OrganisationField.FOUNDED_YEAR, "1998")
                .with(OrganisationField.MEMBERS, "UP_TO_50")
                .with(OrganisationField.VOLUNTEERS, "UP_TO_10"));
        var changed = begun.facts(saving.spheres(begun))
                .entry()
                .with(OrganisationField.SPHERES, "16, 17")
                .with(OrganisationField.PUBLIC_BENEFIT, "")
                .with(OrganisationField.LEGAL_FORM, "FOUNDATION");
        return done(saving.change(begun.slug(), begun.revision(), changed, clerk()));
    }

    /** Key of a pair of listed entries of one name, of which only the first is in the court register, that waits for a clerk. */
    public long pair(String name) {
        var lower = listed(name);
        var higher = listed(entry(name).with(OrganisationField.KRS, ""));
        doubles.note(lower.key(), higher.key(), Doubles.Likeness.SAME_NAME, TestClock.START);
        return doubles.waiting(0, 100_000).stream()
                .filter(pair -> pair.lowerId() == lower.key())
                .findFirst()
                .orElseThrow()
                .id();
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
