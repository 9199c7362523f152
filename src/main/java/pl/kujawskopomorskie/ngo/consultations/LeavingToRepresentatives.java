package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** An editor has done with an organisation's remark: its representatives are told that it waits for one of them. */
@Singleton
public class LeavingToRepresentatives {

    private static final int MOST_LETTERS = 20;

    /** Whoever mends a draft and leaves it again does not write to the same people each time. */
    private static final Duration BETWEEN_LETTERS = Duration.ofHours(1);

    private final Remarks remarks;
    private final Voices voices;
    private final Addressees addressees;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    LeavingToRepresentatives(
            Remarks remarks,
            Voices voices,
            Addressees addressees,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.remarks = remarks;
        this.voices = voices;
        this.addressees = addressees;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Marks a draft as done, and writes to the representatives; once, until its words change again, and once an hour.
     *
     * @param draft locked by the caller
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Leaving toRepresentatives(Remark draft, Consultation consultation, Voice voice, Actor editor) {
        var representatives = voices.representatives(voice.organisationId(), MOST_LETTERS);
        if (representatives.isEmpty()) {
            return new Leaving.ToNobody();
        }
        if (draft.readyAt() != null) {
            return new Leaving.Left(draft);
        }
        var now = OfficeTime.now(clock);
        var ready = remarks.update(draft.ready(now));
        if (remarks.tell(ready.key(), now, now.minus(BETWEEN_LETTERS)) > 0) {
            for (var person : representatives) {
                addressees
                        .find(person)
                        .ifPresent(addressee -> outbox.put(Letter.of(
                                addressee.email(),
                                messages.get(addressee.language(), "consultations.ready.mail.subject"),
                                messages.get(
                                        addressee.language(),
                                        "consultations.ready.mail.body",
                                        editor.displayName(),
                                        voice.name(),
                                        consultation.title(),
                                        portal.link("/konto/uwagi/" + ready.key())))));
            }
        }
        audit.record(editor.personId(), "REMARK_READY", "remark", String.valueOf(ready.key()), voice.slug());
        return new Leaving.Left(ready);
    }

    /** What came of it. */
    public sealed interface Leaving {

        /**
         * It waits for a representative.
         *
         * @param draft as it is now
         */
        record Left(Remark draft) implements Leaving {}

        /** The organisation has no representative on the portal, so nobody could submit it. */
        record ToNobody() implements Leaving {}
    }
}
