package pl.kujawskopomorskie.ngo.directory.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What the court register says otherwise.
 *
 * @param differences that wait for a clerk
 * @param after key of the difference that the page begins after, 0 on the first
 * @param next link to those that follow, or null
 * @param lastCompared when the register last answered about any organisation, or null
 * @param errors why one could not be taken
 */
record RegisterPage(
        List<Row> differences,
        long after,
        @Nullable String next,
        @Nullable Instant lastCompared,
        FormErrors errors) {

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
     * @param spelt what the register says, to be mended how it is spelt; null where there is nothing to spell
     */
    record Row(
            long id,
            String slug,
            String name,
            OrganisationField field,
            FactWords ours,
            FactWords theirs,
            Instant seenAt,
            @Nullable String spelt) {

        static Row from(Difference difference, OrganisationFacts known) {
            return new Row(
                    difference.id(),
                    difference.slug(),
                    difference.name(),
                    difference.field(),
                    FactWords.of(difference.field(), known.text(difference.field())),
                    FactWords.of(difference.field(), difference.registerValue()),
                    difference.seenAt(),
                    ComparingWithKrs.maySpell(difference.field()) ? difference.registerValue() : null);
        }
    }
}
