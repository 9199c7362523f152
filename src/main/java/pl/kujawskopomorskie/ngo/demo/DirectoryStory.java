package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.Representation;

/**
 * {@code directory.json}, field by field as {@code resources/demo/README.md} describes it: what happened in the directory.
 * Organisations are named by slug, people by key.
 *
 * @param proposals of organisations, which wait for the office
 * @param representations in the order in which they were asked for
 * @param registerSays what the court register says otherwise
 */
@Serdeable
record DirectoryStory(List<Proposal> proposals, List<Speaking> representations, List<Register> registerSays) {

    /** An organisation that a person registers; its facts by the names of {@link OrganisationField}. */
    @Serdeable
    record Proposal(String person, int inDays, Map<String, String> fields) {}

    /**
     * A person asked to speak for an organisation, or was added by one of its representatives.
     *
     * @param organisation for which
     * @param person who
     * @param kind what it lets the person do
     * @param basis on what grounds
     * @param statement in the person's words
     * @param askedInDays when
     * @param decidedInDays when it was decided, null while it waits
     * @param accepted the decision, null while it waits
     * @param reason of the decision
     * @param endedInDays when it ended, or null
     * @param addedBy the representative who added an editor, or null
     */
    @Serdeable
    record Speaking(
            String organisation,
            String person,
            Representation.Kind kind,
            Representation.Basis basis,
            String statement,
            int askedInDays,
            @Nullable Integer decidedInDays,
            @Nullable Boolean accepted,
            String reason,
            @Nullable Integer endedInDays,
            @Nullable String addedBy) {

        /** Whether the person speaks for it on the first day of the demo. */
        boolean holds() {
            return Boolean.TRUE.equals(accepted) && endedInDays == null;
        }
    }

    /** One fact, as the court register has it. */
    @Serdeable
    record Register(String organisation, OrganisationField field, String value, int inDays) {}
}
