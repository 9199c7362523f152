package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.events.teams.TeamMembers;
import pl.kujawskopomorskie.ngo.events.visits.Visits;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Recurring;

/** What the registers of teams and visits forget by themselves, and what they keep though the directory forgets it. */
@PortalTest
class ForgettingRegistersTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2021, 11, 19);
    private static final LocalDate LATER = LocalDate.of(2021, 11, 20);

    private final RegisterRows rows;

    ForgettingRegistersTest(RegisterRows rows) {
        this.rows = rows;
    }

    @Test
    void names_go_five_years_after_the_last_day_and_sectors_and_departments_stay(
            TeamMembers members, Visits visits, Recurring recurring) {
        var team = rows.team("Zespół dawny i obecny", LocalDate.of(2020, 1, 1), null);
        var former = rows.member(team, "Dawna Osoba", Sector.NGO, LocalDate.of(2020, 1, 1), LONG_AGO, true);
        var later = rows.member(team, "Późniejsza Osoba", Sector.PUBLIC, LocalDate.of(2020, 1, 1), LATER, true);
        var old = rows.made("Koło Dawnych Wizyt", LONG_AGO);
        var recent = rows.made("Koło Nowszych Wizyt", LATER);

        recurring.run("forget-team-members");
        recurring.run("forget-visitors");

        var kept = members.findByIdAndTeamId(former.key(), team.key()).orElseThrow();
        assertThat(kept.name()).isEmpty();
        assertThat(kept.sector()).isEqualTo(Sector.NGO);
        assertThat(kept.shown()).isFalse();
        assertThat(members.findByIdAndTeamId(later.key(), team.key())).contains(later);
        assertThat(visits.people(old.key()))
                .hasSize(2)
                .allMatch(
                        person -> person.name().isEmpty() && person.department().equals("Departament Przykładowy"));
        assertThat(visits.findBySlug(old.slug()).orElseThrow().notes()).isEmpty();
        assertThat(visits.people(recent.key()))
                .hasSize(2)
                .noneMatch(person -> person.name().isEmpty());
        assertThat(visits.findBySlug(recent.slug()).orElseThrow().notes()).isNotEmpty();
    }

    @Test
    void what_is_forgotten_of_people_does_not_keep_the_office_from_correcting_the_rest(
            TeamMembers members, Visits visits, People people, Recurring recurring) {
        var team = rows.team("Zespół z zapomnianą", LocalDate.of(2020, 1, 1), null);
        var member = rows.member(team, "Zapomniana Osoba", Sector.NGO, LocalDate.of(2020, 1, 1), LONG_AGO, true);
        var visit = rows.made("Koło Zapomnianych Wizyt", LONG_AGO);
        recurring.run("forget-team-members");
        recurring.run("forget-visitors");
        var clerk = people.signedIn(Role.CLERK);

        var visitPath = "/biuro/wizyty/" + visit.slug() + "/dane";
        var visitForm = new HashMap<>(Map.of(
                "organisationName", visit.organisationName(),
                "visitedOn", LONG_AGO.toString(),
                "purpose", "Cel bez literówki.",
                "people", clerk.get(visitPath).page().selectFirst("#people").wholeText()));
        visitForm.put(
                "revision",
                clerk.get(visitPath).page().select("input[name=revision]").val());
        assertThat(clerk.post(visitPath, visitForm).status()).isEqualTo(303);
        assertThat(visits.findBySlug(visit.slug()).orElseThrow().purpose()).isEqualTo("Cel bez literówki.");
        assertThat(visits.people(visit.key())).hasSize(2);

        var memberPath = "/biuro/zespoly/" + team.slug() + "/osoby/" + member.key();
        var memberForm = new HashMap<>(
                Map.of("name", "", "sector", "PUBLIC", "body", member.body(), "memberFrom", "2020-01-01"));
        memberForm.put(
                "revision",
                clerk.get(memberPath).page().select("input[name=revision]").val());
        memberForm.put("shown", "true");
        assertThat(clerk.post(memberPath, memberForm).status()).isEqualTo(422);
        memberForm.remove("shown");
        assertThat(clerk.post(memberPath, memberForm).status()).isEqualTo(303);
        assertThat(members.findByIdAndTeamId(member.key(), team.key())
                        .orElseThrow()
                        .sector())
                .isEqualTo(Sector.PUBLIC);
    }

    @Test
    void a_correction_does_not_cut_the_link_to_an_organisation_that_left_the_directory(
            OrganisationRows organisations, ConsultationRows sql, People people, TeamMembers members, Visits visits) {
        var gone = organisations.listed("Koło Wykreślonych Wizyt");
        var visit = rows.visit(gone.name(), LocalDate.of(2026, 12, 1), false, true, null, gone.key());
        var team = rows.team("Zespół z wykreślonymi");
        var member = rows.member(team, "Ewa Wykreślona", Sector.NGO, LocalDate.of(2026, 1, 5), null, true);
        sql.insert("UPDATE team_member SET organisation_id = ? WHERE id = ?", gone.key(), member.key());
        sql.insert("UPDATE organisation SET listed_at = NULL WHERE id = ?", gone.key());
        var clerk = people.signedIn(Role.CLERK);

        var form = new HashMap<>(Map.of(
                "organisationName", gone.name(),
                "visitedOn", "2026-12-01",
                "purpose", "Rozmowa bez literówki.",
                "people", "Jan Kowalski, Departament Edukacji",
                "revision", "0"));
        assertThat(clerk.post("/biuro/wizyty/" + visit.slug() + "/dane", form).status())
                .isEqualTo(303);
        assertThat(visits.findBySlug(visit.slug()).orElseThrow().purpose()).isEqualTo("Rozmowa bez literówki.");
        assertThat(visits.findBySlug(visit.slug()).orElseThrow().organisationId())
                .isEqualTo(gone.key());
        form.putAll(Map.of("organisationName", "Zupełnie inne koło", "revision", "1"));
        assertThat(clerk.post("/biuro/wizyty/" + visit.slug() + "/dane", form).status())
                .isEqualTo(303);
        assertThat(visits.findBySlug(visit.slug()).orElseThrow().organisationId())
                .isNull();

        var typed = Map.of(
                "name", "Ewa Poprawiona",
                "role", member.role(),
                "sector", "NGO",
                "body", member.body(),
                "shown", "true",
                "memberFrom", "2026-01-05",
                "revision", "0");
        assertThat(clerk.post("/biuro/zespoly/" + team.slug() + "/osoby/" + member.key(), typed)
                        .status())
                .isEqualTo(303);
        var corrected = members.findByIdAndTeamId(member.key(), team.key()).orElseThrow();
        assertThat(corrected.name()).isEqualTo("Ewa Poprawiona");
        assertThat(corrected.organisationId()).isEqualTo(gone.key());
    }
}
