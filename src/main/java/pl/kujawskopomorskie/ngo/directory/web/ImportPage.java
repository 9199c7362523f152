package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport;
import pl.kujawskopomorskie.ngo.directory.RowProblem;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * One import of organisations, at whichever state it is.
 *
 * @param sent the import
 * @param columns of the file
 * @param sample its first rows
 * @param counts how many rows came out how; those that are not checked yet under the empty text
 * @param refused rows that are refused, with why
 * @param next link to further refused rows, or null
 */
record ImportPage(
        OrganisationImport sent,
        List<Column> columns,
        List<List<String>> sample,
        Map<String, Long> counts,
        List<Refused> refused,
        @Nullable String next) {

    /** How many rows came out so. */
    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Whether the portal is at work on it, so that the page looks again by itself. */
    public boolean working() {
        return !sent.forgotten() && (is(OrganisationImport.State.CHECKING) || is(OrganisationImport.State.RUNNING));
    }

    /** Whether its columns can be chosen and its rows checked. */
    public boolean checkable() {
        return !sent.forgotten() && (is(OrganisationImport.State.SENT) || is(OrganisationImport.State.CHECKED));
    }

    /** Whether there is anything to take in. */
    public boolean applicable() {
        return !sent.forgotten()
                && is(OrganisationImport.State.CHECKED)
                && count(Outcome.WOULD_ADD.name()) + count(Outcome.WOULD_CHANGE.name()) > 0;
    }

    /** Whether its refused rows can be checked once more. */
    public boolean checkableAgain() {
        return !sent.forgotten() && is(OrganisationImport.State.DONE) && count(Outcome.REFUSED.name()) > 0;
    }

    private boolean is(OrganisationImport.State state) {
        return sent.state() == state;
    }

    /** How many rows are done at this state. */
    public long done() {
        return switch (sent.state()) {
            case SENT -> 0;
            case CHECKING -> sent.rowCount() - count("");
            case CHECKED, DONE -> sent.rowCount();
            case RUNNING -> sent.rowCount() - count(Outcome.WOULD_ADD.name()) - count(Outcome.WOULD_CHANGE.name());
        };
    }

    /** Facts that a column may be read as. */
    public List<Choice> fields() {
        return Arrays.stream(OrganisationField.values())
                .map(field -> Choice.keyed(field.name(), "directory.field." + field))
                .toList();
    }

    /**
     * A column of the file.
     *
     * @param heading as the file has it
     * @param field name of the fact it is read as, or empty
     */
    record Column(String heading, String field) {

        static Column of(String heading, Optional<OrganisationField> field) {
            return new Column(heading, field.map(OrganisationField::name).orElse(""));
        }
    }

    /**
     * A row that is refused.
     *
     * @param number as a person counts rows in the file
     * @param name first words of it, to know it by
     * @param problems why
     */
    record Refused(int number, String name, List<RowProblem> problems) {}
}
