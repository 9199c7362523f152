package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.InvitingOrganisations.Inviting;
import pl.kujawskopomorskie.ngo.directory.MergedOrganisations;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class InvitingOrganisationsTest {

    /** A county in which no other test has organisations. */
    private static final InvitationFilter RYPIN = new InvitationFilter("0412", "", "");

    /** Another one. */
    private static final InvitationFilter SEPOLNO = new InvitationFilter("0413", "", "");

    private final InvitingOrganisations inviting;
    private final Invitations invitations;
    private final ConsultationRows rows;
    private final OrganisationRows organisations;
    private final Organisations directory;
    private final People people;

    InvitingOrganisationsTest(
            InvitingOrganisations inviting,
            Invitations invitations,
            ConsultationRows rows,
            OrganisationRows organisations,
            Organisations directory,
            People people) {
        this.inviting = inviting;
        this.invitations = invitations;
        this.rows = rows;
        this.organisations = organisations;
        this.directory = directory;
        this.people = people;
    }

    @Test
    void whoever_fits_is_invited_once_by_mail_and_stands_on_the_list(Mailbox mailbox, Jobs jobs, Web visitor) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var invited = inRypin("Koło Zapraszane", "kolo" + consultation.key() + "@example.org");
        var silent = inRypin("Koło Bez Adresu", "");
        var elsewhere = organisations.listed("Stowarzyszenie Gdzie Indziej");
        var desk = desk(consultation);

        var preview = clerk.get(desk + "?powiat=0412").page();
        assertThat(preview.select(".panel li").eachText())
                .anyMatch(line -> line.contains("Koło Zapraszane"))
                .noneMatch(line -> line.contains("Koło Bez Adresu"));
        var sent = clerk.post(desk, form(preview));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(clerk.get(sent.location()).page().select(".done").text()).contains("są zaproszone");
        jobs.runDue();

        assertThat(mailbox.to(invited.contactEmail())).hasSize(1);
        assertThat(mailbox.last(invited.contactEmail()).body()).contains(consultation.title(), "/zaproszenia/");
        assertThat(invitations.of(consultation.key(), 100, 0))
                .extracting(Invitations.Line::slug)
                .contains(invited.slug())
                .doesNotContain(silent.slug(), elsewhere.slug());
        assertThat(visitor.get(desk).status()).isEqualTo(303);
        assertThat(visitor.get(desk).location()).startsWith("/logowanie");
        assertThat(people.signedIn(Role.AUDITOR).post(desk, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void nobody_is_invited_but_those_whom_the_clerk_read_of() {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        inRypin("Koło Pierwsze", "pierwsze" + consultation.key() + "@example.org");
        var desk = desk(consultation);
        var read = form(clerk.get(desk + "?powiat=0412").page());

        inRypin("Koło Późniejsze", "pozniejsze" + consultation.key() + "@example.org");
        var stale = clerk.post(desk, read);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select(".error-summary").text()).contains("Sprawdź listę");
        for (var field : read.keySet()) {
            var less = new HashMap<>(read);
            less.remove(field);
            assertThat(clerk.post(desk, less).status()).as("without " + field).isEqualTo(409);
        }
        assertThat(clerk.post(desk, Map.of()).status()).isEqualTo(409);
        assertThat(invitations.count(consultation.key())).isZero();
        assertThat(clerk.post(desk, form(stale.page())).status()).isEqualTo(303);
        assertThat(invitations.count(consultation.key())).isGreaterThanOrEqualTo(2);
        assertThat(clerk.post(desk, form(stale.page())).status())
                .as("pressed twice")
                .isEqualTo(409);
    }

    @Test
    void an_address_that_is_none_is_told_on_the_desk_and_not_in_the_report(Jobs jobs) {
        var consultation = rows.open();
        var organisation = inRypin("Koło Błędne", "bledne" + consultation.key() + "@example.org");
        invite(consultation, RYPIN);
        rows.insert("UPDATE organisation SET contact_email = 'to nie adres' WHERE id = ?", organisation.key());

        jobs.runDue();

        assertThat(line(consultation, organisation).unsendable()).isEqualTo(1);
        assertThat(people.signedIn(Role.AUDITOR)
                        .get(desk(consultation))
                        .page()
                        .select(".entry:contains(Koło Błędne)")
                        .text())
                .contains("błędny adres");
        assertThat(invitations.mailedAfter(consultation.key(), 0, 1000))
                .extracting(Invitations.Line::slug)
                .doesNotContain(organisation.slug());
    }

    @Test
    void who_is_no_more_active_when_the_mail_is_written_gets_none(Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var organisation = inRypin("Koło Kończące", "konczace" + consultation.key() + "@example.org");
        invite(consultation, RYPIN);
        rows.insert("UPDATE organisation SET state = 'STRUCK_OFF' WHERE id = ?", organisation.key());

        jobs.runDue();

        assertThat(mailbox.to(organisation.contactEmail())).isEmpty();
        assertThat(invitations.of(consultation.key(), 1000, 0))
                .extracting(Invitations.Line::slug)
                .doesNotContain(organisation.slug());
    }

    @Test
    void mails_that_were_not_written_before_the_end_are_not_written_at_all(
            Mailbox mailbox, Jobs jobs, TestClock clock) {
        var late = rows.open();
        var cancelled = rows.open();
        var organisation = inRypin("Koło Spóźnione", "spoznione" + late.key() + "@example.org");
        invite(late, RYPIN);
        invite(cancelled, RYPIN);
        rows.insert(
                "UPDATE consultation SET cancelled_at = '2026-11-20 09:30:00', cancel_reason = 'Zmiana planów' WHERE id = ?",
                cancelled.key());

        clock.set(ConsultationRows.CLOSES);
        jobs.runDue();

        assertThat(mailbox.to(organisation.contactEmail())).isEmpty();
        assertThat(invitations.count(late.key())).isZero();
        assertThat(invitations.count(cancelled.key())).isZero();
        assertThat(rows.value(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'INVITATIONS_DROPPED' AND subject_ref = ?",
                        late.reference()))
                .isEqualTo("1");
    }

    @Test
    void one_click_in_a_mail_ends_invitations_for_good(Mailbox mailbox, Jobs jobs, Web visitor) {
        var consultation = rows.open();
        var organisation = inRypin("Koło Niechętne", "niechetne" + consultation.key() + "@example.org");
        invite(consultation, RYPIN);
        jobs.runDue();
        var link = link(mailbox, organisation);

        assertThat(visitor.get(link).page().select("h1").text()).contains("Koniec zaproszeń");
        assertThat(directory.findById(organisation.key()).orElseThrow().uninvitedAt())
                .as("looking changes nothing")
                .isNull();
        assertThat(visitor.post(link, Map.of("List-Unsubscribe", "One-Click")).status())
                .isEqualTo(200);
        assertThat(visitor.post(link, Map.of("List-Unsubscribe", "One-Click")).status())
                .isEqualTo(200);

        var after = directory.findById(organisation.key()).orElseThrow();
        assertThat(after.uninvitedAt()).isNotNull();
        assertThat(after.changeNumber()).isGreaterThan(organisation.changeNumber());
        assertThat(inviting.preview(rows.open(), RYPIN, 100, people.person(Role.CLERK))
                        .orElseThrow()
                        .some())
                .extracting(Invitations.Candidate::slug)
                .doesNotContain(organisation.slug());
        assertThat(visitor.post("/zaproszenia/nie-nasz/koniec", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void of_two_entries_merged_the_links_of_both_work_and_one_mail_is_enough(
            MergedOrganisations merged, Mailbox mailbox, Jobs jobs, Web visitor) {
        var consultation = rows.open();
        var ends = inRypin("Koło Podwójne", "podwojne" + consultation.key() + "@example.org");
        invite(consultation, RYPIN);
        jobs.runDue();
        var stays = inRypin("Koło Podwójne Właściwe", "wlasciwe" + consultation.key() + "@example.org");
        invite(consultation, RYPIN);

        merged.merge(ends, stays);
        jobs.runDue();

        assertThat(mailbox.to(stays.contactEmail()))
                .as("was mailed as the other entry")
                .isEmpty();
        assertThat(line(consultation, stays).mailedAt()).isNotNull();
        assertThat(visitor.post(link(mailbox, ends), Map.of()).status()).isEqualTo(200);
        assertThat(directory.findById(stays.key()).orElseThrow().uninvitedAt()).isNotNull();
    }

    @Test
    void nobody_is_invited_before_the_announcement_or_after_the_term(TestClock clock) {
        var clerk = people.person(Role.CLERK);
        var open = rows.open();

        assertThat(inviting.invite(rows.drafted().slug(), RYPIN, 0, clerk)).isInstanceOf(Inviting.WrongMoment.class);
        assertThat(invite(rows.announced(), RYPIN)).isInstanceOf(Inviting.Done.class);
        assertThat(inviting.invite(open.slug(), RYPIN, 0, people.person(Role.AUDITOR)))
                .isInstanceOf(Inviting.Forbidden.class);
        assertThat(inviting.preview(open, RYPIN, 1, people.person(Role.AUDITOR)))
                .isEmpty();
        clock.set(ConsultationRows.CLOSES);
        assertThat(inviting.invite(open.slug(), RYPIN, 0, clerk)).isInstanceOf(Inviting.WrongMoment.class);
    }

    @Test
    void the_desks_page_of_many_invitations_costs_what_that_of_one_does(Queries queries) {
        var clerk = people.signedIn(Role.CLERK);
        var small = rows.open();
        var large = rows.open();
        for (var number = 0; number < 30; number++) {
            in("0413", "Sępólno Krajeńskie", "Koło Liczne " + number, "liczne" + number + "@example.org");
        }
        invite(large, SEPOLNO);
        clerk.get(desk(small));

        var ofSmall = queries.during(() -> clerk.get(desk(small)));

        assertThat(queries.during(() -> clerk.get(desk(large)))).hasSameSizeAs(ofSmall);
    }

    private Inviting invite(Consultation consultation, InvitationFilter filter) {
        var total =
                invitations.countCandidates(consultation.key(), filter.county(), filter.sphere(), filter.legalForm());
        return inviting.invite(consultation.slug(), filter, total, people.person(Role.CLERK));
    }

    private Invitations.Line line(Consultation consultation, Organisation organisation) {
        return invitations.of(consultation.key(), 1000, 0).stream()
                .filter(line -> line.slug().equals(organisation.slug()))
                .findFirst()
                .orElseThrow();
    }

    private static String link(Mailbox mailbox, Organisation organisation) {
        return mailbox.last(organisation.contactEmail()).body().replaceAll("(?s).*(/zaproszenia/\\S+).*", "$1");
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/zaproszenia";
    }

    private static Map<String, String> form(Document page) {
        return page.select("form[method=post] input[type=hidden]").stream()
                .filter(field -> List.of("powiat", "sfera", "forma", "razem").contains(field.attr("name")))
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
    }

    private Organisation inRypin(String name, String email) {
        return in("0412", "Rypin", name, email);
    }

    private Organisation in(String county, String town, String name, String email) {
        Map<OrganisationField, String> typed =
                new EnumMap<>(organisations.entry(name).typed());
        typed.put(OrganisationField.COUNTY, county);
        typed.put(OrganisationField.TOWN, town);
        typed.put(OrganisationField.CONTACT_EMAIL, email);
        return organisations.listed(new OrganisationEntry(typed));
    }
}
