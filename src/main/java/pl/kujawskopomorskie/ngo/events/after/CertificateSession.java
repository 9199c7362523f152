package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Mode;

/**
 * A session that a certificate names.
 *
 * @param id key of the row, null before it is saved
 * @param certificateId of which certificate
 * @param position in the order of time, from 1
 * @param title as it was announced
 * @param startsAt when it began
 * @param endsAt when it ended
 * @param mode in the room or by the stream
 */
@MappedEntity("certificate_session")
public record CertificateSession(
        @Id @GeneratedValue @Nullable Long id,
        long certificateId,
        int position,
        String title,
        Instant startsAt,
        Instant endsAt,
        Mode mode) {}
