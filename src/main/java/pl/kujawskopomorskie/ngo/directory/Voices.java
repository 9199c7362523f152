package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;

/** Tells other modules for whom a person may speak at this moment. */
@Singleton
public final class Voices {

    private final HeldVoices voices;

    Voices(HeldVoices voices) {
        this.voices = voices;
    }

    /**
     * The voice of a person in an organisation, or null when there is none. Within a transaction it cannot be ended before
     * the transaction is.
     *
     * @param organisationId key of the organisation, or null for none
     */
    public @Nullable Voice of(Actor actor, @Nullable Long organisationId) {
        return organisationId == null
                ? null
                : voices.held(actor.personId(), organisationId).orElse(null);
    }

    /**
     * The persons who submit in the name of an organisation, those longest in it first.
     *
     * @param limit most persons
     */
    public List<Long> representatives(long organisationId, int limit) {
        return voices.representatives(organisationId, limit);
    }
}
