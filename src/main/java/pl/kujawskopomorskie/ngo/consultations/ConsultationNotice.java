package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk states of a consultation: the notice that everybody will read.
 *
 * @param title of the draft
 * @param subject in one sentence
 * @param summary in plain words
 * @param legalBasis of the consultation
 * @param kind what is consulted
 * @param participants who is asked
 * @param channels how remarks may be sent; {@link Channel#FORM} is always one of them
 * @param departmentId the unit responsible
 * @param contactName whom to ask
 * @param contactEmail where to ask
 * @param contactPhone where to ring, possibly empty
 * @param opensAt first moment of the term; may be missing until the announcement
 * @param closesAt first moment after the term; may be missing until the announcement
 * @param fourEyes whether answers are approved by somebody else than who drafted them
 * @param meeting an open meeting, or null
 */
public record ConsultationNotice(
        String title,
        String subject,
        String summary,
        String legalBasis,
        ConsultationKind kind,
        String participants,
        Set<Channel> channels,
        long departmentId,
        String contactName,
        String contactEmail,
        String contactPhone,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean fourEyes,
        @Nullable Meeting meeting) {

    public ConsultationNotice {
        channels = Set.copyOf(channels);
    }

    /**
     * An open meeting of the consultation.
     *
     * @param at when it begins
     * @param place where
     * @param note what else to know: the agenda, how to join from afar
     */
    public record Meeting(Instant at, String place, String note) {}
}
