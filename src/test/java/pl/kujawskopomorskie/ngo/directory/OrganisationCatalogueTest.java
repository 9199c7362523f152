package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.OrganisationCatalogue.Found;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;

@PortalTest
class OrganisationCatalogueTest {

    private final OrganisationCatalogue catalogue;
    private final SavingOrganisation saving;
    private final OrganisationRows rows;
    private final People people;
    private final Queries queries;

    OrganisationCatalogueTest(
            OrganisationCatalogue catalogue,
            SavingOrganisation saving,
            OrganisationRows rows,
            People people,
            Queries queries) {
        this.catalogue = catalogue;
        this.saving = saving;
        this.rows = rows;
        this.people = people;
        this.queries = queries;
    }

    @Test
    void a_name_is_found_in_any_form_and_without_diacritics() {
        var school = rows.listed("Towarzystwo Przyjaciół Szkoły w Świeciu Zdroju");

        assertThat(slugs(find("szkół świecie zdrój"))).contains(school.slug());
        assertThat(slugs(find("szkol swieciu zdroju"))).contains(school.slug());
        assertThat(slugs(find("SZKOŁA zdroju"))).contains(school.slug());
    }

    @Test
    void the_beginning_of_the_last_word_is_enough() {
        var circle = rows.listed("Koło Gospodyń Wiejskich Krzemieniewo Pomorskie");

        assertThat(slugs(find("gospodyn krzemien"))).contains(circle.slug());
    }

    @Test
    void a_name_typed_with_a_mistake_is_found_and_said_to_be_a_guess() {
        var foundation = rows.listed("Fundacja Wszechstronnego Zwyrtankowania");

        var found = find("zwyrtamkowania");

        assertThat(slugs(found)).contains(foundation.slug());
        assertThat(found.guessed()).isTrue();
        assertThat(find("zwyrtankowania").guessed()).isFalse();
    }

    @Test
    void an_identifier_finds_its_organisation_with_or_without_leading_zeros() {
        var organisation = rows.listed(rows.entry("Stowarzyszenie Numer").with(OrganisationField.KRS, "0000876543"));

        assertThat(slugs(find("0000876543"))).containsExactly(organisation.slug());
        assertThat(slugs(find("876543"))).containsExactly(organisation.slug());
    }

    @Test
    void an_identifier_is_found_with_its_name_before_it_and_a_number_padded_by_the_register() {
        var organisation = rows.listed(rows.entry("Stowarzyszenie Numerów")
                .with(OrganisationField.KRS, "0000876599")
                .with(OrganisationField.REGON, "123456785"));

        assertThat(slugs(find("KRS 0000876599"))).containsExactly(organisation.slug());
        assertThat(slugs(find("krs: 876599"))).containsExactly(organisation.slug());
        assertThat(slugs(find("REGON nr 123456785"))).containsExactly(organisation.slug());
        assertThat(slugs(find("12345678500000"))).containsExactly(organisation.slug());
        assertThat(OrganisationCatalogue.identifier("87-100")).isEmpty();
    }

    @Test
    void a_word_beside_the_one_with_a_mistake_may_stand_anywhere() {
        var foundation = rows.listed(
                rows.entry("Fundacja Przedziwnego Wyszczególniania").with(OrganisationField.TOWN, "Kowalewo"));

        var found = find("wyszczegulniania kowalewie");

        assertThat(slugs(found)).contains(foundation.slug());
        assertThat(found.guessed()).isTrue();
    }

    @Test
    void each_number_of_a_facet_says_what_choosing_it_would_show() {
        var word = "Facetowisko";
        rows.listed(rows.entry(word + " pierwsze"));
        rows.listed(rows.entry(word + " drugie").with(OrganisationField.COUNTY, "0461"));
        rows.listed(rows.entry(word + " trzecie")
                .with(OrganisationField.COUNTY, "0461")
                .with(OrganisationField.LEGAL_FORM, "FOUNDATION")
                .with(OrganisationField.PUBLIC_BENEFIT, "true")
                .with(OrganisationField.SPHERES, "18"));

        var all = find(word);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.facets().counties()).containsEntry("0461", 2).containsEntry("0463", 1);
        assertThat(all.facets().spheres()).containsEntry("16", 2).containsEntry("18", 1);
        assertThat(all.facets().marks()).containsEntry(Mark.PUBLIC_BENEFIT, 1);

        var inBydgoszcz = catalogue.find(
                new OrganisationFilter(word, Set.of("0461"), Set.of(), Set.of(), Set.of(), Order.RELEVANCE, 1, 20));
        assertThat(inBydgoszcz.total()).isEqualTo(2);
        assertThat(inBydgoszcz.rows()).hasSize(2);
        assertThat(inBydgoszcz.facets().counties()).containsEntry("0463", 1);
        assertThat(inBydgoszcz.facets().legalForms())
                .containsEntry(LegalForm.FOUNDATION, 1)
                .containsEntry(LegalForm.ASSOCIATION, 1);
    }

    @Test
    void names_come_as_in_a_polish_dictionary() {
        var word = "Porządkowisko";
        rows.listed("Łąka " + word);
        rows.listed("Mak " + word);
        rows.listed("Lipa " + word);

        var found =
                catalogue.find(new OrganisationFilter(word, Set.of(), Set.of(), Set.of(), Set.of(), Order.NAME, 1, 20));

        assertThat(found.rows().stream().map(row -> row.name().split(" ")[0])).containsExactly("Lipa", "Łąka", "Mak");
    }

    @Test
    void what_is_changed_is_found_as_it_is_now_and_a_proposal_not_at_all() {
        var organisation = rows.listed("Związek Zmiennikowski");
        done(saving.propose(rows.entry("Związek Propozycyjny Zmiennikowski"), people.person()));
        assertThat(find("zmiennikowski").total()).isEqualTo(1);

        done(saving.change(
                organisation.slug(),
                organisation.revision(),
                organisation
                        .facts(saving.spheres(organisation))
                        .entry()
                        .with(OrganisationField.NAME, "Związek Stałowski"),
                rows.clerk()));

        assertThat(find("zmiennikowski").total()).isZero();
        assertThat(slugs(find("stalowski"))).containsExactly(organisation.slug());
    }

    @Test
    void signs_of_a_query_language_find_nothing_and_break_nothing() {
        for (var typed :
                new String[] {"+-*\"", "name:[* TO *]", "((((", "\u0000", "a".repeat(5_000), "🐈", "OR AND NOT"}) {
            assertThat(find(typed).rows()).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void a_search_asks_the_database_the_same_number_of_times_however_much_it_finds() {
        for (int at = 0; at < 25; at++) {
            rows.listed("Stałozapytaniowe Towarzystwo " + at);
        }
        find("stałozapytaniowe");

        var few = queries.during(() -> find("stałozapytaniowe 7"));
        var many = queries.during(() -> find("stałozapytaniowe"));

        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(2);
    }

    private Found find(String words) {
        return catalogue.find(
                new OrganisationFilter(words, Set.of(), Set.of(), Set.of(), Set.of(), Order.RELEVANCE, 1, 20));
    }

    private static List<String> slugs(Found found) {
        return found.rows().stream().map(Organisation::slug).toList();
    }
}
