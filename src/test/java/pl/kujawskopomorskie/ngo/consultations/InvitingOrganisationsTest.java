package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.InvitingOrganisations.Inviting;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class InvitingOrganisationsTest {

    /** A county in which no other test has organisations. */
    private static final InvitationFilter RYPIN = new InvitationFilter("0412", "", "");

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
        var desk = "/biuro/konsultacje/" + consultation.slug() + "/zaproszenia";

        var preview = clerk.get(desk + "?powiat=0412").page();
        assertThat(preview.select(".panel li").eachText())
                .anyMatch(line -> line.contains("Koło Zapraszane"))
                .noneMatch(line -> line.contains("Koło Bez Adresu"));
        assertThat(clerk.post(desk, Map.of("powiat", "0412")).status()).isEqualTo(303);
        assertThat(clerk.post(desk, Map.of("powiat", "0412")).status()).isEqualTo(303);
        jobs.runDue();

        assertThat(mailbox.to(invited.contactEmail())).hasSize(1);
        assertThat(mailbox.last(invited.contactEmail()).body()).contains(consultation.title(), "/zaproszenia/");
        assertThat(invitations.of(consultation.key(), 100, 0))
                .extracting(Invitations.Line::slug)
                .contains(invited.slug())
                .doesNotContain(silent.slug(), elsewhere.slug());
        assertThat(visitor.get(desk).status()).isNotEqualTo(200);
        assertThat(people.signedIn(Role.AUDITOR).post(desk, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void one_click_in_a_mail_ends_invitations_for_good(Mailbox mailbox, Jobs jobs, Web visitor) {
        var consultation = rows.open();
        var organisation = inRypin("Koło Niechętne", "niechetne" + consultation.key() + "@example.org");
        inviting.invite(consultation.slug(), RYPIN, people.person(Role.CLERK));
        jobs.runDue();
        var link = mailbox.last(organisation.contactEmail()).body().replaceAll("(?s).*(/zaproszenia/\\S+).*", "$1");

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
        assertThat(inviting.preview(rows.open(), RYPIN, 100).some())
                .extracting(Invitations.Candidate::slug)
                .doesNotContain(organisation.slug());
        assertThat(visitor.post("/zaproszenia/nie-nasz/koniec", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void nobody_is_invited_before_the_announcement_or_after_the_term(TestClock clock) {
        var clerk = people.person(Role.CLERK);
        var open = rows.open();

        assertThat(inviting.invite(rows.drafted().slug(), RYPIN, clerk)).isInstanceOf(Inviting.WrongMoment.class);
        assertThat(inviting.invite(rows.announced().slug(), RYPIN, clerk)).isInstanceOf(Inviting.Done.class);
        assertThat(inviting.invite(open.slug(), RYPIN, people.person(Role.AUDITOR)))
                .isInstanceOf(Inviting.Forbidden.class);
        clock.set(ConsultationRows.CLOSES);
        assertThat(inviting.invite(open.slug(), RYPIN, clerk)).isInstanceOf(Inviting.WrongMoment.class);
    }

    private Organisation inRypin(String name, String email) {
        Map<OrganisationField, String> typed =
                new EnumMap<>(organisations.entry(name).typed());
        typed.put(OrganisationField.COUNTY, "0412");
        typed.put(OrganisationField.TOWN, "Rypin");
        typed.put(OrganisationField.CONTACT_EMAIL, email);
        return organisations.listed(new OrganisationEntry(typed));
    }
}
