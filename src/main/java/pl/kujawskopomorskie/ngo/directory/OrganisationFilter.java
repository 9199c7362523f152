package pl.kujawskopomorskie.ngo.directory;

import java.util.Set;

/**
 * What is looked for in the directory. Within one facet any of the chosen values will do; all facets must be met.
 *
 * @param words typed by a person: of the name, the seat or the description in any form, or an identifier; possibly empty
 * @param counties numbers of {@link County}
 * @param spheres points of {@link PublicTaskSphere}
 * @param legalForms how constituted
 * @param marks statuses that it must hold, all of them
 * @param order of the rows
 * @param page from 1
 * @param size most rows of a page
 */
public record OrganisationFilter(
        String words,
        Set<String> counties,
        Set<String> spheres,
        Set<LegalForm> legalForms,
        Set<Mark> marks,
        Order order,
        int page,
        int size) {

    public OrganisationFilter {
        counties = Set.copyOf(counties);
        spheres = Set.copyOf(spheres);
        legalForms = Set.copyOf(legalForms);
        marks = Set.copyOf(marks);
    }

    /** A status by which organisations are told apart. */
    public enum Mark {
        PUBLIC_BENEFIT,
        SOCIAL_ECONOMY
    }

    /** In which order they come. */
    public enum Order {
        /** What fits the words best first; without words as {@link #NAME}. */
        RELEVANCE,
        /** By name, as a Polish dictionary would. */
        NAME
    }
}
