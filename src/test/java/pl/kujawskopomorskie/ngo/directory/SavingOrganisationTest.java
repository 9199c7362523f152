package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation.Saved;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class SavingOrganisationTest {

    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final OrganisationRows rows;
    private final People people;

    SavingOrganisationTest(
            SavingOrganisation saving,
            Organisations organisations,
            OrganisationChanges changes,
            OrganisationRows rows,
            People people) {
        this.saving = saving;
        this.organisations = organisations;
        this.changes = changes;
        this.rows = rows;
        this.people = people;
    }

    @Test
    void what_a_clerk_enters_is_kept_fact_by_fact_and_public_at_once() {
        var entry = rows.entry("Stowarzyszenie Miłośników Wisły")
                .with(OrganisationField.NIP, "123-456-32-18")
                .with(OrganisationField.REGON, "27182818600000")
                .with(OrganisationField.WEBSITE, "wisla.example.pl")
                .with(OrganisationField.PUBLIC_BENEFIT, "true");

        var saved = done(saving.enter(entry, rows.clerk()));

        var read = organisations.findBySlug(saved.slug()).orElseThrow();
        assertThat(read.listed()).isTrue();
        assertThat(read.facts(saving.spheres(read))).isEqualTo(entry.facts());
        assertThat(read.regon()).isEqualTo("271828186");
        assertThat(read.website()).isEqualTo("https://wisla.example.pl");
        assertThat(read.listedAt()).isEqualTo(TestClock.START);
        assertThat(read.confirmedAt()).as("nobody has confirmed it yet").isNull();
        assertThat(read.orgId()).isEqualTo("PL-KRS-" + read.krs());
    }

    @Test
    void a_change_keeps_what_was_before_who_changed_it_and_when() {
        var clerk = rows.clerk();
        var organisation = rows.listed("Klub Szachowy Goniec");
        var entry = organisation
                .facts(saving.spheres(organisation))
                .entry()
                .with(OrganisationField.TOWN, "Chełmża")
                .with(OrganisationField.SPHERES, "16, 17");

        done(saving.change(organisation.slug(), organisation.revision(), entry, clerk));

        assertThat(changes.told(organisation.key(), Long.MAX_VALUE, 10))
                .extracting(
                        OrganisationChanges.Told::field,
                        OrganisationChanges.Told::oldValue,
                        OrganisationChanges.Told::newValue)
                .containsExactlyInAnyOrder(
                        tuple(OrganisationField.TOWN, "Toruń", "Chełmża"),
                        tuple(OrganisationField.SPHERES, "15,16", "16,17"));
        assertThat(changes.told(organisation.key(), Long.MAX_VALUE, 10))
                .allSatisfy(change -> assertThat(change.displayName()).isEqualTo("Klara Biurowa"));
    }

    @Test
    void a_change_made_from_an_old_form_is_refused_and_nothing_is_lost() {
        var organisation = rows.listed("Fundacja Nowa Wieś");
        var entry = organisation.facts(saving.spheres(organisation)).entry();
        done(saving.change(
                organisation.slug(),
                organisation.revision(),
                entry.with(OrganisationField.TOWN, "Nieszawa"),
                rows.clerk()));

        var late = saving.change(
                organisation.slug(),
                organisation.revision(),
                entry.with(OrganisationField.TOWN, "Raciążek"),
                rows.clerk());

        assertThat(late)
                .isInstanceOfSatisfying(
                        Saved.Stale.class,
                        stale -> assertThat(stale.now().town()).isEqualTo("Nieszawa"));
    }

    @Test
    void a_number_that_another_organisation_holds_is_refused_by_name() {
        var first = rows.listed("Towarzystwo Przyjaciół Brodnicy");

        var second = saving.enter(
                rows.entry("Towarzystwo Brodnickie")
                        .with(
                                OrganisationField.KRS,
                                first.facts(saving.spheres(first)).text(OrganisationField.KRS)),
                rows.clerk());

        assertThat(errors(second).at("krs")).isNotNull();
        assertThat(errors(second).at("krs").values()).containsExactly("Towarzystwo Przyjaciół Brodnicy");
    }

    @Test
    void a_number_that_is_only_proposed_is_refused_without_telling_by_whom_it_is() {
        var proposer = people.person();
        var entry = rows.entry("Tajne Towarzystwo").with(OrganisationField.REGON, "310010004");
        done(saving.propose(entry, proposer));
        var same = entry.with(OrganisationField.NAME, "Towarzystwo Jawne");

        var toStranger = errors(saving.propose(same, people.person()));
        assertThat(toStranger.all())
                .extracting(FormErrors.FormError::field, FormErrors.FormError::key)
                .containsExactly(
                        tuple("krs", "directory.identifier.proposed"), tuple("regon", "directory.identifier.proposed"));
        assertThat(toStranger.all())
                .allSatisfy(error -> assertThat(error.arguments()).isEmpty());
        assertThat(errors(saving.enter(same, rows.clerk())).at("krs").values()).containsExactly("Tajne Towarzystwo");
        assertThat(errors(saving.propose(same, proposer)).at("krs").values()).containsExactly("Tajne Towarzystwo");
    }

    @Test
    void nobody_floods_the_office_with_proposals() {
        var busy = people.person();
        for (int at = 0; at < 10; at++) {
            done(saving.propose(rows.entry("Kółko Liczne " + at), busy));
        }

        assertThat(errors(saving.propose(rows.entry(""), busy)).at("name")).isNotNull();
        assertThat(errors(saving.propose(rows.entry("Kółko Jedenaste"), busy)).all())
                .extracting(FormErrors.FormError::key)
                .containsExactly("directory.proposals.tooMany");
        done(saving.propose(rows.entry("Kółko Sąsiadki"), people.person()));
    }

    @Test
    void a_slug_is_found_with_one_query_however_many_have_the_name(Queries queries) {
        assertThat(rows.listed("Klub Imienników").slug()).isEqualTo("klub-imiennikow");
        rows.listed("Klub Imienników Wielkich");
        for (int at = 2; at <= 6; at++) {
            assertThat(rows.listed("Klub Imienników").slug()).isEqualTo("klub-imiennikow-" + at);
        }

        var clerk = rows.clerk();
        var asked = queries.during(() -> done(saving.enter(rows.entry("Klub Imienników"), clerk)));

        assertThat(asked.stream().filter(sql -> sql.contains("slug LIKE"))).hasSize(1);
        assertThat(asked.stream().filter(sql -> sql.startsWith("SELECT"))).hasSizeLessThan(5);
        assertThat(rows.listed("Nowa").slug()).isEqualTo("nowa-2");
    }

    @Test
    void a_website_that_is_too_long_with_its_scheme_is_refused() {
        var fits = "a.pl/" + "x".repeat(287);
        var kept = done(saving.enter(rows.entry("Długa Strona").with(OrganisationField.WEBSITE, fits), rows.clerk()));
        assertThat(kept.website()).hasSize(300);

        var tooLong =
                saving.enter(rows.entry("Za Długa Strona").with(OrganisationField.WEBSITE, fits + "x"), rows.clerk());
        assertThat(errors(tooLong).at("website").key()).isEqualTo("forms.tooLong");
    }

    @Test
    void every_wrong_field_is_told_at_once() {
        var wrong = saving.enter(
                rows.entry("")
                        .with(OrganisationField.KRS, "12345678901")
                        .with(OrganisationField.NIP, "1234563217")
                        .with(OrganisationField.REGON, "123")
                        .with(OrganisationField.COUNTY, "0499")
                        .with(OrganisationField.POSTCODE, "87100")
                        .with(OrganisationField.SPHERES, "99")
                        .with(OrganisationField.WEBSITE, "javascript:alert(1)")
                        .with(OrganisationField.CONTACT_EMAIL, "to nie adres")
                        .with(OrganisationField.FOUNDED_YEAR, "2099"),
                rows.clerk());

        assertThat(errors(wrong).all())
                .extracting(FormErrors.FormError::field)
                .containsExactly(
                        "name",
                        "krs",
                        "nip",
                        "regon",
                        "postcode",
                        "county",
                        "spheres",
                        "contactEmail",
                        "website",
                        "foundedYear");
    }

    @Test
    void only_clerks_enter_and_others_propose_what_is_not_public() {
        var resident = people.person();

        assertThat(saving.enter(rows.entry("Koło Gospodyń"), resident)).isInstanceOf(Saved.Forbidden.class);
        var proposed = done(saving.propose(rows.entry("Koło Gospodyń Wiejskich w Kikole"), resident));

        assertThat(proposed.listed()).isFalse();
        assertThat(OrganisationPolicy.maySee(resident, proposed)).isTrue();
        assertThat(OrganisationPolicy.maySee(people.person(), proposed)).isFalse();
        assertThat(OrganisationPolicy.maySee(null, proposed)).isFalse();
    }

    @Test
    void nobody_changes_an_organisation_that_they_do_not_speak_for() {
        var organisation = rows.listed("Ochotnicza Straż Pożarna w Lubrańcu");
        var entry = organisation.facts(saving.spheres(organisation)).entry();

        assertThat(saving.change(organisation.slug(), organisation.revision(), entry, people.person()))
                .isInstanceOf(Saved.Forbidden.class);
        assertThat(saving.change("nie-ma-takiej", 0, entry, rows.clerk())).isInstanceOf(Saved.NotFound.class);
    }

    private static FormErrors errors(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Invalid.class);
        return ((Saved.Invalid) saved).errors();
    }
}
