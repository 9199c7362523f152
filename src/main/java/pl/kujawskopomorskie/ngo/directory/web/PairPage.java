package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.directory.Doubles.Pair;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;

/**
 * Two entries side by side.
 *
 * @param pair which
 * @param lower the older entry
 * @param higher the newer one
 * @param rows facts that either has
 */
record PairPage(Pair pair, Organisation lower, Organisation higher, List<Row> rows) {

    static List<Row> rows(OrganisationFacts lower, OrganisationFacts higher) {
        return Arrays.stream(OrganisationField.values())
                .filter(field ->
                        !lower.text(field).isEmpty() || !higher.text(field).isEmpty())
                .map(field -> new Row(
                        field,
                        FactWords.of(field, lower.text(field)),
                        FactWords.of(field, higher.text(field)),
                        !lower.text(field).equals(higher.text(field))))
                .toList();
    }

    /** Whether both have a number of the court register, so that they are hardly one. */
    public boolean apart() {
        return lower.krs() != null && higher.krs() != null;
    }

    /**
     * A fact of both.
     *
     * @param field which
     * @param lower what the older entry says
     * @param higher what the newer one says
     * @param differs whether they differ
     */
    record Row(OrganisationField field, FactWords lower, FactWords higher, boolean differs) {}
}
