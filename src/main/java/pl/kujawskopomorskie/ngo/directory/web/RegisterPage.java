package pl.kujawskopomorskie.ngo.directory.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What the court register says otherwise.
 *
 * @param differences that wait for a clerk
 * @param errors why one could not be taken
 */
record RegisterPage(List<Row> differences, FormErrors errors) {

    /**
     * A difference.
     *
     * @param id key of the difference
     * @param slug of the organisation
     * @param name of the organisation
     * @param field which fact
     * @param ours what the directory says
     * @param theirs what the register says
     * @param seenAt when the register said so
     */
    record Row(
            long id,
            String slug,
            String name,
            OrganisationField field,
            FactWords ours,
            FactWords theirs,
            Instant seenAt) {

        static Row from(Difference difference, OrganisationFacts known) {
            return new Row(
                    difference.id(),
                    difference.slug(),
                    difference.name(),
                    difference.field(),
                    FactWords.of(difference.field(), known.text(difference.field())),
                    FactWords.of(difference.field(), difference.registerValue()),
                    difference.seenAt());
        }
    }
}
