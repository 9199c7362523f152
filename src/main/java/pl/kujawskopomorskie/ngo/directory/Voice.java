package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import pl.kujawskopomorskie.ngo.shared.web.SpokenFor;

/**
 * An organisation that a person speaks for.
 *
 * <p>A controller asks for it as a parameter, {@code @Nullable Voice}: the one that the person chose to act for, as the database
 * knows it at this moment; a representation that was ended a second ago is no voice here.
 *
 * @param organisationId its key
 * @param slug its public name
 * @param name its name
 * @param kind what the person may do for it
 */
@Introspected
public record Voice(long organisationId, String slug, String name, Representation.Kind kind) implements SpokenFor {

    /** Whether the person may submit and decide in its name. */
    public boolean representative() {
        return kind == Representation.Kind.REPRESENTATIVE;
    }
}
