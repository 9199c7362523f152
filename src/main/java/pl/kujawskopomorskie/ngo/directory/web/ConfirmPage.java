package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;

/**
 * The data of an organisation, to be confirmed by whoever got the mail.
 *
 * @param organisation whose
 * @param facts what is known of it, in the order of the form
 * @param token of the link
 * @param confirmed whether they have been confirmed since the mail
 * @param mayChange whether the reader may mend them right away
 */
record ConfirmPage(Organisation organisation, List<Fact> facts, String token, boolean confirmed, boolean mayChange) {

    static List<Fact> facts(OrganisationFacts facts) {
        return Arrays.stream(OrganisationField.values())
                .filter(field -> field != OrganisationField.NAME)
                .map(field -> new Fact(field, FactWords.of(field, facts.text(field))))
                .filter(fact -> !fact.words().words().isEmpty())
                .toList();
    }

    /**
     * A fact.
     *
     * @param field which
     * @param words what it says
     */
    record Fact(OrganisationField field, FactWords words) {}
}
