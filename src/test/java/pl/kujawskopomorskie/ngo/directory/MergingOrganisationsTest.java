package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Doubles.Likeness;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations.Merging;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation.Saved;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Entries that are one organisation are found, merged with all that is tied to them, or remembered as two. */
@PortalTest
class MergingOrganisationsTest {

    private final FindingDoubles finding;
    private final MergingOrganisations merging;
    private final Doubles doubles;
    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final Representations representations;
    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final DecidingProposal proposals;
    private final SavingOrganisation saving;
    private final OrganisationRows rows;
    private final People people;
    private final TestClock clock;

    MergingOrganisationsTest(
            FindingDoubles finding,
            MergingOrganisations merging,
            Doubles doubles,
            Organisations organisations,
            OrganisationChanges changes,
            Representations representations,
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            DecidingProposal proposals,
            SavingOrganisation saving,
            OrganisationRows rows,
            People people,
            TestClock clock) {
        this.finding = finding;
        this.merging = merging;
        this.doubles = doubles;
        this.organisations = organisations;
        this.changes = changes;
        this.representations = representations;
        this.asking = asking;
        this.deciding = deciding;
        this.proposals = proposals;
        this.saving = saving;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void entries_with_one_tax_number_or_like_names_in_one_town_are_found_once() {
        var first = rows.listed(
                rows.entry("Towarzystwo Kultury Ludowej Zgrzebne").with(OrganisationField.NIP, "5260250274"));
        var sameNip = rows.listed(rows.entry("Zupełnie Inne").with(OrganisationField.NIP, "5260250274"));
        var sameName = rows.listed(noKrs("towarzystwo kultury ludowej „Zgrzebne”"));
        var typo = rows.listed(noKrs("Towarzystwo Kultury Ludowej Zgżebne"));
        rows.listed(noKrs("Towarzystwo Kultury Ludowej Zgrzebne")
                .with(OrganisationField.TOWN, "Grudziądz")
                .with(OrganisationField.COUNTY, "0462"));

        finding.catchUp();
        finding.catchUp();

        assertThat(pairsOf(first.key()))
                .extracting(Doubles.Pair::higherId, Doubles.Pair::likeness)
                .containsExactlyInAnyOrder(
                        tuple(sameNip.key(), Likeness.SAME_NIP),
                        tuple(sameName.key(), Likeness.SAME_NAME),
                        tuple(typo.key(), Likeness.LIKE_NAME));
    }

    @Test
    void names_are_alike_by_the_letters_they_share() {
        assertThat(FindingDoubles.likeness("Łąka", "laka")).isEqualTo(1);
        assertThat(FindingDoubles.likeness("Klub Sportowy Wisła", "Klub Sportowy Wisla Torun"))
                .isGreaterThan(0.6);
        assertThat(FindingDoubles.likeness("OSP w Kikole", "Fundacja Nadzieja")).isLessThan(0.2);
        assertThat(FindingDoubles.likeness("", "!!!")).isZero();
    }

    @Test
    void a_pair_that_is_two_organisations_does_not_come_back() {
        var id = rows.pair("Klub Rozdzielony");
        var pair = doubles.find(id).orElseThrow();

        assertThat(merging.part(id, people.person())).isInstanceOf(Merging.Forbidden.class);
        assertThat(merging.part(id, rows.clerk())).isInstanceOf(Merging.Parted.class);
        assertThat(merging.part(id, rows.clerk())).isInstanceOf(Merging.NotFound.class);
        doubles.note(pair.lowerId(), pair.higherId(), Likeness.SAME_NAME, Instant.EPOCH);

        assertThat(doubles.find(id)).isEmpty();
    }

    @Test
    void merging_keeps_people_facts_numbers_and_both_histories_in_one_entry() {
        var krsHolder = rows.listed("Klub Połączony");
        var stays = rows.listed(noKrs("Klub Połączony"));
        done(saving.change(
                krsHolder.slug(),
                krsHolder.revision(),
                krsHolder
                        .facts(saving.spheres(krsHolder))
                        .entry()
                        .with(OrganisationField.DESCRIPTION, "Gramy w szachy."),
                rows.clerk()));
        var ends = organisations.findById(krsHolder.key()).orElseThrow();
        var person = people.person();
        represent(ends, person);
        var both = people.person();
        represent(ends, both);
        asking.ask(stays.slug(), "STATUTORY", "Prezes.", both);
        var id = noted(ends, stays);

        var merged = merging.merge(id, stays.key(), ends.revision(), stays.revision(), rows.clerk());

        assertThat(merged).isInstanceOf(Merging.Done.class);
        var kept = organisations.findById(stays.key()).orElseThrow();
        var gone = organisations.findById(ends.key()).orElseThrow();
        assertThat(kept.krs()).isEqualTo(ends.krs());
        assertThat(kept.description()).isEqualTo("Gramy w szachy.");
        assertThat(gone.mergedInto()).isEqualTo(kept.key());
        assertThat(gone.krs()).isNull();
        assertThat(Stream.of(person, both))
                .allSatisfy(one -> assertThat(representations.voicesOf(one.personId()))
                        .extracting(Voice::slug)
                        .containsExactly(kept.slug()));
        assertThat(changes.told(kept.key(), Long.MAX_VALUE, 50))
                .extracting(OrganisationChanges.Told::field, told -> told.mergedInto() != null)
                .contains(
                        tuple(OrganisationField.DESCRIPTION, true),
                        tuple(OrganisationField.KRS, true),
                        tuple(OrganisationField.KRS, false));
        assertThat(merging.merge(id, stays.key(), ends.revision(), stays.revision(), rows.clerk()))
                .isInstanceOf(Merging.NotFound.class);
    }

    @Test
    void nobody_merges_what_they_did_not_see_or_may_not() {
        var id = rows.pair("Klub Nieświeży");
        var pair = doubles.find(id).orElseThrow();
        var lower = organisations.findById(pair.lowerId()).orElseThrow();

        assertThat(merging.merge(id, lower.key(), lower.revision(), -1, rows.clerk()))
                .isInstanceOf(Merging.Stale.class);
        assertThat(merging.merge(id, lower.key(), lower.revision(), 0, people.person()))
                .isInstanceOf(Merging.Forbidden.class);
        assertThat(merging.merge(id, lower.key() + 100_000, lower.revision(), 0, rows.clerk()))
                .isInstanceOf(Merging.NotFound.class);
        assertThat(doubles.find(id)).isPresent();
    }

    @Test
    void a_consent_to_show_a_contact_never_comes_by_a_merger() {
        var shown =
                rows.entry("A").with(OrganisationField.CONTACT_PUBLIC, "true").facts();
        var hidden = rows.entry("A")
                .with(OrganisationField.CONTACT_EMAIL, "tajny@example.pl")
                .facts();

        assertThat(MergingOrganisations.filled(shown, hidden).at(OrganisationField.CONTACT_EMAIL))
                .isEmpty();
        assertThat(MergingOrganisations.filled(hidden, shown).at(OrganisationField.CONTACT_PUBLIC))
                .isEmpty();
    }

    @Test
    void a_change_and_a_merger_at_once_lose_nothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = rows.pair("Klub Wyścigowy " + round);
            var pair = doubles.find(id).orElseThrow();
            var stays = organisations.findById(pair.lowerId()).orElseThrow();
            var ends = organisations.findById(pair.higherId()).orElseThrow();
            var changed = ends.facts(saving.spheres(ends)).entry().with(OrganisationField.DESCRIPTION, "Nowy opis.");
            var clerk = rows.clerk();
            var start = new CountDownLatch(1);
            try (var both = Executors.newFixedThreadPool(2)) {
                var merger = both.submit(() -> {
                    start.await();
                    return merging.merge(id, stays.key(), stays.revision(), ends.revision(), clerk);
                });
                var change = both.submit(() -> {
                    start.await();
                    return saving.change(ends.slug(), ends.revision(), changed, clerk);
                });
                start.countDown();

                var isMerged = merger.get() instanceof Merging.Done;
                var isChanged = change.get() instanceof Saved.Done;
                assertThat(isMerged).as("one of them wins").isNotEqualTo(isChanged);
                assertThat(organisations.findById(ends.key()).orElseThrow().mergedInto() != null)
                        .isEqualTo(isMerged);
            }
        }
    }

    @Test
    void never_invite_us_again_is_not_forgotten_by_a_merger(Declining declining) {
        var declined = rows.listed(noKrs("Klub Nieproszony"));
        declining.decline(declined.key());
        var stays = rows.listed(rows.entry("Klub Nieproszony").with(OrganisationField.NIP, ""));
        var asked = organisations.findById(declined.key()).orElseThrow();

        merge(asked, stays);

        var kept = organisations.findById(stays.key()).orElseThrow();
        assertThat(kept.uninvitedAt()).isEqualTo(asked.uninvitedAt()).isNotNull();

        clock.advance(Duration.ofDays(3));
        var late = rows.listed(noKrs("Klub Nieproszony Później"));
        declining.decline(late.key());
        merge(kept, organisations.findById(late.key()).orElseThrow());

        assertThat(organisations.findById(late.key()).orElseThrow().uninvitedAt())
                .isEqualTo(asked.uninvitedAt());
    }

    @Test
    void an_address_is_taken_whole_or_not_at_all() {
        var village = rows.entry("A")
                .with(OrganisationField.TOWN, "Kikół")
                .with(OrganisationField.HOUSE, "12")
                .facts();
        var street = rows.entry("A")
                .with(OrganisationField.TOWN, "KIKÓŁ")
                .with(OrganisationField.STREET, "Polna")
                .with(OrganisationField.HOUSE, "5")
                .with(OrganisationField.POSTCODE, "87-620")
                .with(OrganisationField.COMMUNE, "Kikół")
                .with(OrganisationField.COMMUNE_TERYT, "0463011")
                .facts();
        var nothing = rows.entry("A").with(OrganisationField.TOWN, "Kikół").facts();

        var kept = MergingOrganisations.filled(village, street);
        assertThat(kept.at(OrganisationField.STREET)).isEmpty();
        assertThat(kept.at(OrganisationField.HOUSE)).isEqualTo("12");
        assertThat(kept.at(OrganisationField.POSTCODE)).isEmpty();
        assertThat(kept.at(OrganisationField.COMMUNE_TERYT)).isEqualTo("0463011");

        var taken = MergingOrganisations.filled(nothing, street);
        assertThat(taken.at(OrganisationField.STREET)).isEqualTo("Polna");
        assertThat(taken.at(OrganisationField.HOUSE)).isEqualTo("5");
        assertThat(taken.at(OrganisationField.POSTCODE)).isEqualTo("87-620");

        assertThat(MergingOrganisations.filled(rows.entry("A").facts(), street).at(OrganisationField.STREET))
                .as("another town")
                .isEmpty();
    }

    @Test
    void the_number_of_pairs_is_how_many_can_be_opened() {
        var listed = rows.listed(noKrs("Klub Policzony"));
        var proposal = done(saving.propose(noKrs("Klub Policzony"), people.person()));
        var pair = noted(listed, proposal);
        assertThat(doubles.find(pair)).isPresent();

        proposals.refuse(proposal.slug(), "To ten sam klub.", rows.clerk());

        assertThat(doubles.find(pair)).isEmpty();
        assertThat(doubles.countWaiting()).isEqualTo(doubles.waiting(0, 100_000).size());
    }

    @Test
    void nobody_looks_for_doubles_of_what_was_refused() {
        var listed = rows.listed(noKrs("Koło Niedoszłe Bartnicze"));
        finding.catchUp();
        var proposal = done(saving.propose(rows.entry("Koło Niedoszłe Bartnicze"), people.person()));
        proposals.refuse(proposal.slug(), "Takie koło już jest.", rows.clerk());

        finding.catchUp();

        assertThat(doubles.idOf(listed.key(), proposal.key())).isEmpty();
    }

    @Test
    void units_that_share_the_number_of_their_organisation_are_found() {
        var whole = rows.listed(noKrs("Hufiec Całość").with(OrganisationField.REGON, "910508004"));
        var unit = rows.listed(noKrs("Zespół Oddzielny")
                .with(OrganisationField.REGON, "91050800400018")
                .with(OrganisationField.TOWN, "Lipno"));
        assertThat(unit.regon()).hasSize(14);

        finding.catchUp();

        assertThat(pairsOf(whole.key()))
                .extracting(Doubles.Pair::higherId, Doubles.Pair::likeness)
                .containsExactly(tuple(unit.key(), Likeness.SAME_REGON));
    }

    @Test
    void who_proposed_what_the_directory_had_hears_where_it_is(Mailbox mailbox) {
        var listed = rows.listed(noKrs("Koło Dawno Wpisane"));
        var proposer = people.person();
        var proposal = done(saving.propose(noKrs("Koło Zgłoszone Drugi Raz"), proposer));

        merge(proposal, listed);

        assertThat(mailbox.last(proposer.email()).body())
                .contains("Koło Dawno Wpisane")
                .contains("/organizacje/" + listed.slug());
        var mine = people.signedIn(proposer).get("/konto/organizacje").page();
        assertThat(mine.text()).contains("Koło Zgłoszone Drugi Raz", "Ta organizacja jest w bazie jako");
        assertThat(mine.select("a[href=/organizacje/" + listed.slug() + "]").text())
                .isEqualTo("Koło Dawno Wpisane");
    }

    @Test
    void who_proposed_what_another_had_proposed_hears_when_the_office_decides(Mailbox mailbox) {
        var first = people.person();
        var second = people.person();
        var stays = done(saving.propose(rows.entry("Koło Dwojga Zgłaszających"), first));
        var ends = done(saving.propose(noKrs("Koło Dwojga Zgłaszających"), second));
        merge(ends, stays);
        assertThat(mailbox.to(second.email())).isEmpty();

        proposals.accept(stays.slug(), rows.clerk());

        assertThat(mailbox.last(first.email()).body()).contains("/organizacje/" + stays.slug());
        assertThat(mailbox.last(second.email()).body()).contains("/organizacje/" + stays.slug());
    }

    private void merge(Organisation ends, Organisation stays) {
        var id = noted(ends, stays);
        var pair = doubles.find(id).orElseThrow();
        var lower = organisations.findById(pair.lowerId()).orElseThrow();
        var higher = organisations.findById(pair.higherId()).orElseThrow();
        assertThat(merging.merge(id, stays.key(), lower.revision(), higher.revision(), rows.clerk()))
                .isInstanceOf(Merging.Done.class);
    }

    private OrganisationEntry noKrs(String name) {
        return rows.entry(name).with(OrganisationField.KRS, "");
    }

    private long noted(Organisation one, Organisation other) {
        doubles.note(
                Math.min(one.key(), other.key()), Math.max(one.key(), other.key()), Likeness.SAME_NAME, Instant.EPOCH);
        return pairsOf(Math.min(one.key(), other.key())).getFirst().id();
    }

    private List<Doubles.Pair> pairsOf(long lower) {
        return doubles.waiting(0, 100_000).stream()
                .filter(pair -> pair.lowerId() == lower)
                .toList();
    }

    private void represent(Organisation organisation, Actor person) {
        asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person);
        var id = representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();
        deciding.decide(organisation.slug(), id, true, "", rows.clerk());
    }

    /** Declines in a transaction, as the following of an invitation's link does. */
    @Singleton
    static class Declining {

        private final DecliningInvitations declining;

        Declining(DecliningInvitations declining) {
            this.declining = declining;
        }

        @Transactional
        void decline(long organisationId) {
            declining.decline(organisationId);
        }
    }
}
