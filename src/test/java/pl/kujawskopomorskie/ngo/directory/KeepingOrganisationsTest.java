package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.ConfirmingData.Confirming;
import pl.kujawskopomorskie.ngo.directory.DecidingProposal.Deciding;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The directory stays true: data are confirmed each year, proposals are decided on, and people can be forgotten. */
@PortalTest
class KeepingOrganisationsTest {

    private static final Duration ALMOST_A_YEAR = Duration.ofDays(340);

    private final ConfirmingData confirming;
    private final ConfirmingData.Mornings mornings;
    private final DecidingProposal deciding;
    private final AskingToRepresent asking;
    private final DecidingRepresentation representing;
    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final Representations representations;
    private final OrganisationRows rows;
    private final People people;
    private final Mailbox mailbox;
    private final TestClock clock;

    KeepingOrganisationsTest(
            ConfirmingData confirming,
            ConfirmingData.Mornings mornings,
            DecidingProposal deciding,
            AskingToRepresent asking,
            DecidingRepresentation representing,
            SavingOrganisation saving,
            Organisations organisations,
            Representations representations,
            OrganisationRows rows,
            People people,
            Mailbox mailbox,
            TestClock clock) {
        this.confirming = confirming;
        this.mornings = mornings;
        this.deciding = deciding;
        this.asking = asking;
        this.representing = representing;
        this.saving = saving;
        this.organisations = organisations;
        this.representations = representations;
        this.rows = rows;
        this.people = people;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Test
    void once_a_year_a_mail_asks_whether_the_data_are_true_and_one_click_says_so(Web web) {
        var organisation = rows.listed(
                rows.entry("Stowarzyszenie Coroczne").with(OrganisationField.CONTACT_EMAIL, "coroczne@example.pl"));
        clock.advance(Duration.ofDays(300));
        mornings.run();
        assertThat(mailbox.to("coroczne@example.pl")).isEmpty();

        clock.advance(Duration.ofDays(40));
        mornings.run();
        mornings.run();

        assertThat(mailbox.to("coroczne@example.pl")).hasSize(1);
        var link = mailbox.last("coroczne@example.pl").link();
        assertThat(web.get(link).page().text()).contains("Stowarzyszenie Coroczne", "Wszystko się zgadza");
        var before = organisations.findBySlug(organisation.slug()).orElseThrow();
        assertThat(web.post(link, Map.of()).location()).startsWith("/organizacje/" + organisation.slug());
        var after = organisations.findBySlug(organisation.slug()).orElseThrow();
        assertThat(after.confirmedAt()).isEqualTo(clock.instant());
        assertThat(after.confirmedBy()).isNull();
        assertThat(after.confirmedThrough()).isEqualTo(ConfirmedThrough.LINK);
        assertThat(after.changeNumber()).isGreaterThan(before.changeNumber());

        clock.advance(Duration.ofDays(1));
        web.post(link, Map.of());
        assertThat(organisations.findBySlug(organisation.slug()).orElseThrow().confirmedAt())
                .isEqualTo(after.confirmedAt());
        assertThat(web.get(link).page().text()).contains("już potwierdzone");
    }

    @Test
    void a_link_that_is_unknown_or_too_old_confirms_nothing(Web web) {
        rows.listed(rows.entry("Stowarzyszenie Spóźnione").with(OrganisationField.CONTACT_EMAIL, "pozno@example.pl"));
        clock.advance(ALMOST_A_YEAR);
        mornings.run();
        clock.advance(Duration.ofDays(61));

        assertThat(web.post(mailbox.last("pozno@example.pl").link(), Map.of()).status())
                .isEqualTo(404);
        assertThat(web.post("/organizacje/potwierdzenie/zmyslony", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void without_a_contact_address_the_representatives_are_asked() {
        var organisation = rows.listed("Stowarzyszenie Bez Adresu");
        var person = people.person();
        represent(organisation, person);
        clock.advance(ALMOST_A_YEAR);

        mornings.run();

        assertThat(mailbox.last(person.email()).link()).startsWith("/organizacje/potwierdzenie/");
    }

    @Test
    void representatives_and_clerks_confirm_on_the_page_and_nobody_else() {
        var organisation = rows.listed("Stowarzyszenie Potwierdzane");
        var person = people.person();
        represent(organisation, person);
        clock.advance(ALMOST_A_YEAR);

        assertThat(confirming.confirmSigned(organisation.slug(), people.person()))
                .isInstanceOf(Confirming.Forbidden.class);
        assertThat(confirming.confirmSigned(organisation.slug(), person)).isInstanceOf(Confirming.Done.class);
        assertThat(organisations.findBySlug(organisation.slug()).orElseThrow().confirmedBy())
                .isEqualTo(person.personId());
        assertThat(confirming.confirmSigned(organisation.slug(), rows.clerk())).isInstanceOf(Confirming.Done.class);
    }

    @Test
    void everybody_sees_who_confirmed_the_data_and_the_office_sees_the_name(Web web) {
        var organisation = rows.listed("Stowarzyszenie Niepotwierdzone");
        var page = "/organizacje/" + organisation.slug();
        var person = people.named("Renata Prezeska");
        represent(organisation, person);
        assertThat(web.get(page)
                        .page()
                        .select("dt:contains(Dane potwierdzono) + dd")
                        .text())
                .isEqualTo("jeszcze nie");

        people.signedIn(person).post(page + "/potwierdz", Map.of());
        assertThat(web.get(page)
                        .page()
                        .select("dt:contains(Dane potwierdzono) + dd")
                        .text())
                .contains("przez osobę, która reprezentuje organizację")
                .doesNotContain("Renata");
        assertThat(people.signedIn(Role.AUDITOR).get(page).page().text()).contains("Renata Prezeska");

        confirming.confirmSigned(organisation.slug(), rows.clerk());
        assertThat(web.get(page).page().text()).contains("przez biuro").doesNotContain("Klara Biurowa");
    }

    @Test
    void what_is_taken_in_is_not_confirmed_by_that_nor_asked_about_at_once() {
        var proposal = done(saving.propose(
                rows.entry("Koło Świeże").with(OrganisationField.CONTACT_EMAIL, "swieze@example.pl"), people.person()));
        deciding.accept(proposal.slug(), rows.clerk());

        mornings.run();

        assertThat(organisations.findBySlug(proposal.slug()).orElseThrow().confirmedAt())
                .isNull();
        assertThat(mailbox.to("swieze@example.pl")).isEmpty();
        clock.advance(ALMOST_A_YEAR);
        mornings.run();
        assertThat(mailbox.to("swieze@example.pl")).hasSize(1);
    }

    @Test
    void a_refused_proposal_tells_its_proposer_why_and_frees_its_numbers() {
        var proposer = people.person();
        var entry = rows.entry("Koło Odrzucone");
        var proposal = done(saving.propose(entry, proposer));
        asking.ask(proposal.slug(), "STATUTORY", "Przewodnicząca.", proposer);

        assertThat(deciding.refuse(proposal.slug(), " ", rows.clerk())).isInstanceOf(Deciding.Invalid.class);
        assertThat(deciding.refuse(proposal.slug(), "x".repeat(1001), rows.clerk()))
                .isInstanceOf(Deciding.Invalid.class);
        assertThat(deciding.refuse(proposal.slug(), "Nie ma takiego koła.", proposer))
                .isInstanceOf(Deciding.Forbidden.class);
        assertThat(deciding.refuse(proposal.slug(), "Nie ma takiego koła.", rows.clerk()))
                .isInstanceOf(Deciding.Done.class);

        assertThat(mailbox.last(proposer.email()).body()).contains("Nie ma takiego koła.");
        assertThat(representations.countWaiting())
                .isEqualTo(representations.waiting(0, 10_000).size());
        assertThat(representations.standings(proposer.personId()))
                .allSatisfy(standing -> assertThat(standing.accepted()).isFalse());
        assertThat(deciding.accept(proposal.slug(), rows.clerk())).isInstanceOf(Deciding.Decided.class);
        assertThat(asking.ask(proposal.slug(), "STATUTORY", "Znowu.", proposer))
                .isInstanceOf(AskingToRepresent.Asking.NotFound.class);
        assertThat(done(saving.enter(entry, rows.clerk())).listed()).isTrue();
    }

    @Test
    void a_proposal_is_taken_in_without_anybody_asking_to_represent_it() {
        var proposer = people.person();
        var proposal = done(saving.propose(rows.entry("Koło Przyjęte"), proposer));

        assertThat(deciding.accept(proposal.slug(), rows.clerk())).isInstanceOf(Deciding.Done.class);

        var taken = organisations.findBySlug(proposal.slug()).orElseThrow();
        assertThat(taken.listed()).isTrue();
        assertThat(taken.changeNumber()).isGreaterThan(proposal.changeNumber());
        assertThat(mailbox.last(proposer.email()).body()).contains("Koło Przyjęte");
        assertThat(deciding.refuse(proposal.slug(), "Za późno.", rows.clerk())).isInstanceOf(Deciding.Decided.class);
    }

    @Test
    void an_erased_person_speaks_for_nobody_and_their_words_are_gone(Forgetting forgetting) {
        var held = rows.listed("Stowarzyszenie Pamiętliwe");
        var asked = rows.listed("Stowarzyszenie Zapytane");
        var person = people.person();
        represent(held, person);
        asking.ask(asked.slug(), "STATUTORY", "Jestem prezesem od zawsze.", person);
        assertThat(forgetting.data.exported(person.personId()).toString())
                .contains("Stowarzyszenie Pamiętliwe", "Jestem prezesem od zawsze.");

        forgetting.erase(person.personId());

        assertThat(representations.voicesOf(person.personId())).isEmpty();
        assertThat(representations.statements(person.personId()))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.statement()).isEmpty();
                    assertThat(left.endedAt()).isNotNull();
                });
    }

    private void represent(Organisation organisation, Actor person) {
        asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person);
        var id = representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();
        representing.decide(organisation.slug(), id, true, "", rows.clerk());
    }

    /** Erases in a transaction, as the account's erasing does. */
    @Singleton
    static class Forgetting {

        private final DirectoryData data;

        Forgetting(DirectoryData data) {
            this.data = data;
        }

        @Transactional
        void erase(long personId) {
            data.erase(personId);
        }
    }
}
