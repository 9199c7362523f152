package pl.kujawskopomorskie.ngo.directory;

import java.util.Map;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;

/**
 * How many organisations each choice of a facet would show: those that meet the words and all the other facets.
 *
 * @param counties by number of {@link County}
 * @param spheres by point of {@link PublicTaskSphere}
 * @param legalForms by form
 * @param marks by mark
 */
public record Facets(
        Map<String, Integer> counties,
        Map<String, Integer> spheres,
        Map<LegalForm, Integer> legalForms,
        Map<Mark, Integer> marks) {

    public Facets {
        counties = Map.copyOf(counties);
        spheres = Map.copyOf(spheres);
        legalForms = Map.copyOf(legalForms);
        marks = Map.copyOf(marks);
    }
}
