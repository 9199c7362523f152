package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Asks for the mail that says how a registration stands, with the reason for which it is written. */
@Singleton
class TellingOfRegistration {

    private final JobQueue jobs;

    TellingOfRegistration(JobQueue jobs) {
        this.jobs = jobs;
    }

    /** It was made just now, and is told of at a moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(Registration registration, Instant moment) {
        jobs.addFirst(
                MailingRegistration.NAME,
                String.valueOf(registration.key()),
                registration.key() + " " + Occasion.DONE,
                moment);
    }

    /** Something was done with the registration. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Registration registration, Instant now) {
        add(registration.key(), Occasion.DONE, now);
    }

    /** Its address registered once more, which changed nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void again(Registration registration, Instant now) {
        add(registration.key(), Occasion.AGAIN, now);
    }

    // A key for each moment: while a mail is being written, asking for it by the same key would change nothing.
    private void add(long registrationId, Occasion occasion, Instant now) {
        jobs.add(
                MailingRegistration.NAME,
                registrationId + "@" + OfficeTime.toMicros(now),
                registrationId + " " + occasion);
    }

    /** Why a mail is written. */
    enum Occasion {
        /** The person, or the office, did something with the registration. */
        DONE,
        /** The address registered once more. */
        AGAIN,
        /** The office changed the event or a session. */
        EVENT_CHANGED
    }
}
