package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.LegalForm;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationCatalogue.Found;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.directory.OrganisationState;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;

/**
 * The search of the directory.
 *
 * @param query what was asked
 * @param rows of this page of the list
 * @param total rows of all pages
 * @param number of this page
 * @param pages how many there are
 * @param guessed whether the rows are only like what was typed
 * @param tiles of the map, one a county
 * @param spheres to choose from
 * @param legalForms to choose from
 * @param marks to choose from
 */
record OrganisationsPage(
        DirectoryQuery query,
        List<Row> rows,
        int total,
        int number,
        int pages,
        boolean guessed,
        List<Tile> tiles,
        List<Option> spheres,
        List<Option> legalForms,
        List<Option> marks) {

    static OrganisationsPage from(DirectoryQuery query, Found found) {
        var facets = found.facets();
        return new OrganisationsPage(
                query,
                found.rows().stream().map(Row::from).toList(),
                found.total(),
                found.number(),
                found.pages(),
                found.guessed(),
                County.all().stream()
                        .map(county -> new Tile(
                                county,
                                facets.counties().getOrDefault(county.teryt(), 0),
                                query.counties().contains(county.teryt()),
                                query.togglingCounty(county.teryt())))
                        .toList(),
                PublicTaskSphere.all().stream()
                        .map(sphere -> new Option(
                                sphere.point(),
                                "",
                                sphere.name(),
                                facets.spheres().getOrDefault(sphere.point(), 0),
                                query.spheres().contains(sphere.point())))
                        .filter(Option::worthShowing)
                        .toList(),
                Arrays.stream(LegalForm.values())
                        .map(form -> new Option(
                                form.name(),
                                "directory.legalForm." + form,
                                "",
                                facets.legalForms().getOrDefault(form, 0),
                                query.legalForms().contains(form)))
                        .filter(Option::worthShowing)
                        .toList(),
                Arrays.stream(Mark.values())
                        .map(mark -> new Option(
                                mark.name(),
                                "directory.mark." + mark,
                                "",
                                facets.marks().getOrDefault(mark, 0),
                                query.marks().contains(mark)))
                        .toList());
    }

    /** Whether the list is ordered by name although words were typed. */
    public boolean byName() {
        return query.order() == Order.NAME;
    }

    /** Boxes that are ticked, to be told of while they are folded away. */
    public List<Option> ticked() {
        return Stream.of(marks, legalForms, spheres)
                .flatMap(List::stream)
                .filter(Option::chosen)
                .toList();
    }

    /**
     * An organisation in the list.
     *
     * @param slug its public name
     * @param name its name
     * @param legalForm how constituted
     * @param place town and county
     * @param state where it stands in its register
     * @param publicBenefit whether it holds that status
     * @param socialEconomy whether it holds that status
     */
    record Row(
            String slug,
            String name,
            LegalForm legalForm,
            String place,
            OrganisationState state,
            boolean publicBenefit,
            boolean socialEconomy) {

        static Row from(Organisation organisation) {
            return new Row(
                    organisation.slug(),
                    organisation.name(),
                    organisation.legalForm(),
                    County.of(organisation.countyTeryt())
                            .filter(county -> !county.name().equals(organisation.town()))
                            .map(county -> organisation.town() + ", " + county.fullName())
                            .orElse(organisation.town()),
                    organisation.state(),
                    organisation.publicBenefit(),
                    organisation.socialEconomy());
        }
    }

    /**
     * A county on the map.
     *
     * @param county which
     * @param count how many organisations it would show
     * @param chosen whether it is chosen
     * @param link chooses it, or no longer
     */
    record Tile(County county, int count, boolean chosen, String link) {}

    /**
     * A choice of a facet.
     *
     * @param value in the address
     * @param key of its words, or empty
     * @param text its words, where they are not a text of ours
     * @param count how many organisations it would show
     * @param chosen whether it is chosen
     */
    record Option(String value, String key, String text, int count, boolean chosen) {

        boolean worthShowing() {
            return count > 0 || chosen;
        }
    }
}
