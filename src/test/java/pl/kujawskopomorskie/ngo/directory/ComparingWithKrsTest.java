package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs.Settling;
import pl.kujawskopomorskie.ngo.directory.RecordedKrs.Reply;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The court register is a server of ours that answers as the real one does; the portal that asks it has a schema of its own. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparingWithKrsTest {

    private static final String PAGE = "/biuro/organizacje/krs";

    private RecordedKrs krs;
    private Node node;
    private People people;
    private OrganisationRows rows;
    private Organisations organisations;
    private OrganisationChanges changes;
    private RegisterDifferences differences;
    private SavingOrganisation saving;
    private ComparingWithKrs comparing;
    private TestClock clock;

    @BeforeAll
    void start() throws IOException {
        krs = new RecordedKrs();
        var settings = new HashMap<String, Object>(Node.emptySchema("portal_krs"));
        settings.put("portal.krs.url", krs.url());
        settings.put("portal.krs.page-timeout", "1s");
        settings.put("portal.krs.each-hour", 100_000);
        node = Node.with(settings);
        node.web();
        people = node.get(People.class);
        rows = node.get(OrganisationRows.class);
        organisations = node.get(Organisations.class);
        changes = node.get(OrganisationChanges.class);
        differences = node.get(RegisterDifferences.class);
        saving = node.get(SavingOrganisation.class);
        comparing = node.get(ComparingWithKrs.class);
        clock = node.get(TestClock.class);
    }

    @AfterAll
    void stop() {
        node.close();
        krs.close();
    }

    @BeforeEach
    void nobodyElseIsDue() {
        clock.set(TestClock.START);
        onlyDue();
        krs.forget();
    }

    @Test
    void a_difference_changes_nothing_until_a_clerk_takes_it_as_they_spell_it() {
        var organisation = rows.listed("Stowarzyszenie Dawna Nazwa");
        krs.answers(
                number(organisation), RecordedKrs.extract(number(organisation), "STOWARZYSZENIE NOWA NAZWA OSP-ÓW"));

        night(10);

        assertThat(find(organisation).name()).isEqualTo("Stowarzyszenie Dawna Nazwa");
        assertThat(find(organisation).krsCheckedAt()).isEqualTo(TestClock.START);
        var clerk = people.signedIn(Role.CLERK);
        var difference = difference(organisation, OrganisationField.NAME);
        var before = PAGE + "?po=" + (difference.id() - 1);
        var page = clerk.get(before).page();
        assertThat(page.select("#difference-" + difference.id()).text()).contains("Stowarzyszenie Dawna Nazwa");
        assertThat(page.select("#spelt-" + difference.id()).val()).isEqualTo("Stowarzyszenie Nowa Nazwa OSP-Ów");
        assertThat(people.signedIn(Role.AUDITOR).get(before).page().select("main form"))
                .isEmpty();

        var other = clerk.post(PAGE + "/" + difference.id(), Map.of("decision", "take", "spelt", "Całkiem Inna"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.page().select(".error-summary a").attr("href")).isEqualTo("#difference-" + difference.id());
        assertThat(find(organisation).name()).isEqualTo("Stowarzyszenie Dawna Nazwa");

        var taken = clerk.post(
                PAGE + "/" + difference.id(),
                Map.of("decision", "take", "spelt", "Stowarzyszenie „Nowa Nazwa” OSP-ów"));
        assertThat(taken.status()).isEqualTo(303);
        assertThat(find(organisation).name()).isEqualTo("Stowarzyszenie „Nowa Nazwa” OSP-ów");
        assertThat(changes.told(organisation.key(), Long.MAX_VALUE, 5))
                .extracting(OrganisationChanges.Told::source, OrganisationChanges.Told::oldValue)
                .containsExactly(tuple(ChangeSource.KRS, "Stowarzyszenie Dawna Nazwa"));
        assertThat(clerk.post(PAGE + "/" + difference.id(), Map.of("decision", "take"))
                        .status())
                .isEqualTo(404);

        nextMonth(organisation);
        assertThat(fields(organisation)).doesNotContain(OrganisationField.NAME);
    }

    @Test
    void what_a_clerk_refuses_is_not_proposed_again() {
        var organisation = rows.listed("Stowarzyszenie Po Swojemu");
        krs.answers(number(organisation), RecordedKrs.extract(number(organisation), "STOWARZYSZENIE PO CUDZEMU"));
        night(10);
        var difference = difference(organisation, OrganisationField.NAME);

        assertThat(people.signedIn(Role.CLERK)
                        .post(PAGE + "/" + difference.id(), Map.of("decision", "refuse"))
                        .status())
                .isEqualTo(303);
        nextMonth(organisation);

        assertThat(find(organisation).name()).isEqualTo("Stowarzyszenie Po Swojemu");
        assertThat(fields(organisation)).doesNotContain(OrganisationField.NAME).contains(OrganisationField.STREET);
    }

    @Test
    void a_number_that_is_gone_from_both_registers_is_a_proposal_to_strike_the_organisation_off() {
        var gone = rows.listed("Stowarzyszenie Znikające");
        var kept = rows.listed("Stowarzyszenie Mimo To");
        var entrepreneur = rows.listed("Spółdzielnia Wśród Przedsiębiorców");
        krs.answers(number(gone), RecordedKrs.extract(number(gone), "STOWARZYSZENIE ZNIKAJĄCE"), Reply.of(404));
        krs.answers(number(kept), Reply.of(204));
        krs.answersAsEntrepreneur(
                number(entrepreneur), RecordedKrs.extract(number(entrepreneur), "SPÓŁDZIELNIA WŚRÓD PRZEDSIĘBIORCÓW"));
        night(10);
        assertThat(fields(gone)).contains(OrganisationField.STREET).doesNotContain(OrganisationField.STATE);
        assertThat(fields(kept)).containsExactly(OrganisationField.STATE);
        assertThat(fields(entrepreneur)).doesNotContain(OrganisationField.STATE);
        assertThat(comparing.refuse(difference(kept, OrganisationField.STATE).id(), rows.clerk()))
                .isInstanceOf(Settling.Done.class);

        nextMonth(gone, kept, entrepreneur);

        assertThat(fields(kept)).isEmpty();
        assertThat(fields(gone)).containsExactly(OrganisationField.STATE);
        assertThat(find(gone).state()).isEqualTo(OrganisationState.ACTIVE);
        assertThat(take(difference(gone, OrganisationField.STATE))).isInstanceOf(Settling.Done.class);
        assertThat(find(gone).state()).isEqualTo(OrganisationState.STRUCK_OFF);
        nextMonth(gone, kept, entrepreneur);
        assertThat(fields(gone)).isEmpty();

        krs.answers(number(gone), RecordedKrs.extract(number(gone), "STOWARZYSZENIE ZNIKAJĄCE"));
        nextMonth(gone, kept, entrepreneur);
        assertThat(difference(gone, OrganisationField.STATE).registerValue()).isEqualTo("ACTIVE");
    }

    @Test
    void a_register_that_suddenly_knows_hardly_anybody_strikes_nobody_off() {
        var all = listed("Nieznane", 6);
        var known = rows.listed("Stowarzyszenie Jedno Znane");
        krs.answers(number(known), RecordedKrs.extract(number(known), "STOWARZYSZENIE JEDNO ZNANE"));

        night(10);

        assertThat(krs.numbers()).hasSize(7);
        assertThat(all).allSatisfy(organisation -> {
            assertThat(fields(organisation)).isEmpty();
            assertThat(find(organisation).krsCheckedAt()).isNull();
        });
    }

    @Test
    void an_odd_answer_stops_nobody_and_waits_for_its_next_turn() {
        var odd = rows.listed("Stowarzyszenie Dziwne");
        var second = rows.listed("Stowarzyszenie Drugie W Kolejce");
        var third = rows.listed("Stowarzyszenie Trzecie W Kolejce");
        krs.answers(number(odd), Reply.of(400, "{\"title\":\"Bad Request\"}"));
        krs.answers(number(second), RecordedKrs.extract(number(second), "STOWARZYSZENIE DRUGIE W KOLEJCE"));
        krs.answers(number(third), RecordedKrs.extract(number(third), "STOWARZYSZENIE TRZECIE W KOLEJCE"));

        night(2);
        assertThat(krs.numbers()).containsExactly(number(odd), number(second));
        clock.advance(Duration.ofDays(1));
        night(1);

        assertThat(krs.numbers()).containsExactly(number(odd), number(second), number(third));
        assertThat(find(odd).krsCheckedAt()).isNull();
        assertThat(find(third).krsCheckedAt()).isNotNull();
    }

    @Test
    void what_cannot_be_kept_of_one_organisation_stops_nobody() {
        var odd = rows.listed("Stowarzyszenie Za Długie");
        var next = rows.listed("Stowarzyszenie Tuż Za Nim");
        krs.answers(number(odd), RecordedKrs.extract(number(odd), "Ż".repeat(70_000)));
        krs.answers(number(next), RecordedKrs.extract(number(next), "STOWARZYSZENIE TUŻ ZA NIM"));

        night(10);

        assertThat(find(odd).krsCheckedAt()).isNull();
        assertThat(find(next).krsCheckedAt()).isNotNull();
    }

    @Test
    void one_silence_stops_nobody_five_in_a_row_end_the_night_and_the_next_begins_with_the_others() {
        var all = listed("Milczenie", 8);
        krs.answers(number(all.get(1)), RecordedKrs.extract(number(all.get(1)), "STOWARZYSZENIE MILCZENIE 1"));
        for (var at : List.of(0, 2, 3, 4, 5, 6, 7)) {
            krs.answers(number(all.get(at)), Reply.of(503));
        }

        night(100);
        assertThat(krs.numbers().stream().distinct())
                .containsExactlyElementsOf(all.subList(0, 7).stream()
                        .map(ComparingWithKrsTest::number)
                        .toList());
        assertThat(krs.numbers()).as("three tries of each").hasSize(1 + 6 * 3);
        clock.advance(Duration.ofDays(1));
        krs.answers(number(all.get(7)), RecordedKrs.extract(number(all.get(7)), "STOWARZYSZENIE MILCZENIE 7"));
        night(1);

        assertThat(krs.numbers()).endsWith(number(all.get(7)));
        assertThat(find(all.get(7)).krsCheckedAt()).isNotNull();
        assertThat(find(all.get(0)).krsCheckedAt()).isNull();
    }

    @Test
    void a_fire_brigade_that_the_register_calls_an_association_stays_one() {
        var brigade =
                rows.listed(rows.entry("OSP w Kikole").with(OrganisationField.LEGAL_FORM, "VOLUNTEER_FIRE_BRIGADE"));
        krs.answers(number(brigade), RecordedKrs.extract(number(brigade), "OSP W KIKOLE"));

        night(10);

        assertThat(fields(brigade)).doesNotContain(OrganisationField.LEGAL_FORM, OrganisationField.NAME);
    }

    @Test
    void a_number_that_another_entry_holds_is_refused_by_name_and_still_waits() {
        var holder = rows.listed(rows.entry("Stowarzyszenie Z Numerem").with(OrganisationField.REGON, "850518457"));
        var organisation = rows.listed("Stowarzyszenie Bez Numeru");
        differences.propose(organisation.key(), OrganisationField.REGON, "850518457", TestClock.START);
        var difference = difference(organisation, OrganisationField.REGON);

        var taken = people.signedIn(Role.CLERK).post(PAGE + "/" + difference.id(), Map.of("decision", "take"));

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.page().select(".error-summary").text()).contains(holder.name());
        assertThat(find(organisation).regon()).isNull();
        assertThat(fields(organisation)).containsExactly(OrganisationField.REGON);
    }

    @Test
    void of_two_clerks_at_once_one_settles() throws Exception {
        for (int round = 0; round < 5; round++) {
            var organisation = rows.listed("Stowarzyszenie Dwóch Urzędników " + round);
            differences.propose(organisation.key(), OrganisationField.STREET, "Szeroka", TestClock.START);
            var difference = difference(organisation, OrganisationField.STREET);
            var clerk = rows.clerk();
            var other = rows.clerk();
            var start = new CountDownLatch(1);
            var refuses = round % 2 == 0;
            try (var both = Executors.newFixedThreadPool(2)) {
                Callable<Settling> first = () -> {
                    start.await();
                    return comparing.take(difference.id(), "", clerk);
                };
                Callable<Settling> second = () -> {
                    start.await();
                    return refuses
                            ? comparing.refuse(difference.id(), other)
                            : comparing.take(difference.id(), "", other);
                };
                var one = both.submit(first);
                var two = both.submit(second);
                start.countDown();

                assertThat(List.of(one.get(), two.get()))
                        .containsExactlyInAnyOrder(new Settling.Done(), new Settling.NotFound());
                var expected = refuses && two.get() instanceof Settling.Done ? "" : "Szeroka";
                assertThat(find(organisation).street()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_change_and_a_taken_value_at_once_lose_nothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            var organisation = rows.listed("Stowarzyszenie Wyścigowe " + round);
            differences.propose(organisation.key(), OrganisationField.STREET, "Szeroka", TestClock.START);
            var difference = difference(organisation, OrganisationField.STREET);
            var changed = organisation
                    .facts(saving.spheres(organisation))
                    .entry()
                    .with(OrganisationField.DESCRIPTION, "Nowy opis.");
            var clerk = rows.clerk();
            var start = new CountDownLatch(1);
            try (var both = Executors.newFixedThreadPool(2)) {
                var change = both.submit(() -> {
                    start.await();
                    return saving.change(organisation.slug(), organisation.revision(), changed, clerk);
                });
                var taking = both.submit(() -> {
                    start.await();
                    return comparing.take(difference.id(), "", clerk);
                });
                start.countDown();

                assertThat(taking.get()).isInstanceOf(Settling.Done.class);
                assertThat(find(organisation).street()).isEqualTo("Szeroka");
                var isChanged = change.get() instanceof SavingOrganisation.Saved.Done;
                assertThat(find(organisation).description()).isEqualTo(isChanged ? "Nowy opis." : "");
            }
        }
    }

    @Test
    void what_the_register_said_of_another_number_or_of_an_entry_that_is_none_any_more_is_dropped() {
        var organisation = rows.listed("Stowarzyszenie Przenumerowane");
        var proposal = done(saving.propose(rows.entry("Stowarzyszenie Zgłoszone"), people.person()));
        var extract = new KrsExtract(Map.of(OrganisationField.STREET, "Szeroka"));

        comparing.compare(organisation.key(), new Krs("0000000001"), extract);
        comparing.compareWithNothing(organisation.key(), new Krs("0000000001"));
        comparing.compare(proposal.key(), new Krs(number(proposal)), extract);

        assertThat(fields(organisation)).isEmpty();
        assertThat(fields(proposal)).isEmpty();
        assertThat(find(organisation).krsCheckedAt()).isNull();
    }

    @Test
    void a_county_that_is_taken_drops_the_number_of_a_commune_in_the_old_one() {
        var organisation = rows.listed(
                rows.entry("Stowarzyszenie W Przeprowadzce").with(OrganisationField.COMMUNE_TERYT, "0463011"));
        differences.propose(organisation.key(), OrganisationField.COUNTY, "0415", TestClock.START);

        assertThat(take(difference(organisation, OrganisationField.COUNTY))).isInstanceOf(Settling.Done.class);

        assertThat(find(organisation).countyTeryt()).isEqualTo("0415");
        assertThat(find(organisation).communeTeryt()).isNull();
    }

    @Test
    void differences_come_page_by_page_and_none_is_lost_or_twice() {
        for (var organisation : listed("Wielostronicowe", 4)) {
            for (var field : OrganisationField.values()) {
                differences.propose(organisation.key(), field, "x", TestClock.START);
            }
        }
        var clerk = people.signedIn(Role.CLERK);
        var seen = new ArrayList<String>();
        var pages = 0;
        for (var next = PAGE; !next.isEmpty(); pages++) {
            var page = clerk.get(next).page();
            page.select("main li.entry").forEach(entry -> seen.add(entry.id()));
            next = page.select("main a[rel=next]").attr("href");
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) differences.countWaiting());
        assertThat(clerk.get(PAGE + "?po=1%20OR%201").status()).isEqualTo(200);
    }

    @Test
    void a_form_is_filled_with_what_the_register_says_and_without_the_register_works_as_it_does() {
        var number = "0000777001";
        krs.answers(number, RecordedKrs.extract(number, "STOWARZYSZENIE Z FORMULARZA"));
        krs.answers("0000777002", Reply.of(500));
        krs.answers("0000777003", Reply.of(200, "<html>"));
        krs.answers("0000777004", RecordedKrs.extract("0000777004", "A").after(Duration.ofSeconds(3)));
        var web = people.signedIn();

        var filled = web.get("/organizacje/nowa?krs=0000777001");
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.page().select("#name").val()).isEqualTo("Stowarzyszenie z Formularza");
        assertThat(filled.page().select("#krs").val()).isEqualTo(number);
        assertThat(filled.page().select("#county option[selected]").val()).isEqualTo("0463");

        assertThat(web.get("/organizacje/nowa?krs=12345678901").status()).isEqualTo(422);
        assertThat(web.get("/organizacje/nowa?krs=123").status()).isEqualTo(422);
        var unknown = web.get("/organizacje/nowa?krs=0000777009");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.page().select("#fetch-krs-error").text()).contains("nie ma takiego numeru");
        assertThat(web.get("/organizacje/nowa?krs=0000777003")
                        .page()
                        .select("#fetch-krs-error")
                        .text())
                .contains("odczytać");
        for (var away : List.of("0000777002", "0000777004")) {
            var reply = web.get("/organizacje/nowa?krs=" + away);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.page().select("#fetch-krs-error").text()).contains("nie odpowiada");
            assertThat(reply.page().select("#krs").val()).isEqualTo(away);
        }
        assertThat(krs.asked().stream().filter(path -> path.contains("0000777002")))
                .as("one try")
                .hasSize(1);
        var entered = web.post(
                "/organizacje/nowa",
                Map.of("name", "Bez Rejestru", "legalForm", "ASSOCIATION", "town", "Toruń", "county", "0463"));
        assertThat(entered.status()).isEqualTo(303);
    }

    @Test
    void one_person_cannot_press_the_register() {
        krs.answers("0000777005", RecordedKrs.extract("0000777005", "A"));
        var web = people.signedIn();
        for (var at = 0; at < 20; at++) {
            assertThat(web.get("/organizacje/nowa?krs=0000777005").status()).isEqualTo(200);
        }

        var refused = web.get("/organizacje/nowa?krs=0000777005");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.page().select("#fetch-krs-error").text()).contains("Za często");
        assertThat(krs.asked()).hasSize(20);
        assertThat(people.signedIn().get("/organizacje/nowa?krs=0000777005").status())
                .isEqualTo(200);
    }

    @Test
    void the_form_of_an_entry_takes_from_the_register_only_what_is_different() {
        var club = rows.listed(rows.entry("Klub „Wisła”")
                .with(OrganisationField.LEGAL_FORM, "SPORTS_CLUB")
                .with(OrganisationField.DESCRIPTION, "Gramy."));
        krs.answers(number(club), RecordedKrs.extract(number(club), "KLUB \"WISŁA\""));
        var clerk = people.signedIn(Role.CLERK);
        var address = "/organizacje/" + club.slug() + "/dane";
        assertThat(clerk.get(address)
                        .page()
                        .select("form[method=get][action=" + address + "] #fetch-krs")
                        .val())
                .isEqualTo(number(club));

        var page = clerk.get(address + "?krs=" + number(club)).page();

        assertThat(page.select("#name").val()).isEqualTo("Klub „Wisła”");
        assertThat(page.select("#legalForm option[selected]").val()).isEqualTo("SPORTS_CLUB");
        assertThat(page.select("#description").text()).isEqualTo("Gramy.");
        assertThat(page.select("#street").val()).isEqualTo("Szeroka");
        assertThat(page.select("[name=revision]").val()).isEqualTo(String.valueOf(club.revision()));
        assertThat(find(club).street()).isEmpty();
    }

    @Test
    void the_page_of_an_organisation_and_the_desk_say_when_the_register_was_last_heard() {
        var organisation = rows.listed("Stowarzyszenie Sprawdzone");
        krs.answers(number(organisation), RecordedKrs.extract(number(organisation), "STOWARZYSZENIE SPRAWDZONE"));
        var web = node.web();
        assertThat(checked(web, organisation)).isEqualTo("jeszcze nie");

        clock.set(TestClock.START.plus(Duration.ofDays(3)));
        night(10);

        assertThat(checked(web, organisation)).isEqualTo("23 listopada 2026");
        assertThat(people.signedIn(Role.CLERK).get(PAGE).page().select("main").text())
                .contains("ostatnio odpowiedział");
    }

    /** A night when these were not compared for long enough, and nobody else is due. */
    private void nextMonth(Organisation... organisations) {
        clock.advance(Duration.ofDays(31));
        onlyDue(organisations);
        night(100);
    }

    private void onlyDue(Organisation... organisations) {
        var keys = Arrays.stream(organisations).map(Organisation::key).toList();
        differences.due(clock.instant().plusSeconds(1), 100_000).stream()
                .filter(id -> !keys.contains(id))
                .forEach(id -> differences.compared(id, clock.instant()));
    }

    private static String checked(Web web, Organisation organisation) {
        return web.get("/organizacje/" + organisation.slug())
                .page()
                .select("dt:contains(Porównano z KRS) + dd")
                .text();
    }

    private void night(int organisationsOfIt) {
        var settings = new KrsRegister.Settings(
                krs.url(), Duration.ofSeconds(5), Duration.ofSeconds(1), 3, organisationsOfIt, 100_000);
        new ComparingWithKrs.Nightly(
                        comparing,
                        differences,
                        organisations,
                        node.get(KrsRegister.class),
                        settings,
                        new PromptWaiting(),
                        clock)
                .run();
    }

    private List<Organisation> listed(String name, int count) {
        var all = new ArrayList<Organisation>();
        for (var at = 0; at < count; at++) {
            all.add(rows.listed("Stowarzyszenie " + name + " " + at));
        }
        return all;
    }

    private Settling take(Difference difference) {
        return comparing.take(difference.id(), "", rows.clerk());
    }

    private Organisation find(Organisation organisation) {
        return organisations.findById(organisation.key()).orElseThrow();
    }

    private Difference difference(Organisation organisation, OrganisationField field) {
        return waiting(organisation).stream()
                .filter(difference -> difference.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private List<OrganisationField> fields(Organisation organisation) {
        return waiting(organisation).stream().map(Difference::field).toList();
    }

    private List<Difference> waiting(Organisation organisation) {
        return differences.waiting(0, 100_000).stream()
                .filter(difference -> difference.organisationId() == organisation.key())
                .toList();
    }

    private static String number(Organisation organisation) {
        return String.valueOf(organisation.krs());
    }
}
