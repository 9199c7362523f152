package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of an event; see {@link Event} for what each means. While it is being prepared only its title is needed.
 *
 * @param kind what it is
 * @param edition its number, or null
 * @param title as announced
 * @param summary one or two sentences
 * @param description what to know of it
 * @param organiser who holds it
 * @param venue where
 * @param onLocalLaw counted as being about the making of local law
 * @param forBothSectors counted as being for organisations and officials together
 * @param forCompetence counted as raising competence
 * @param contactName whom to ask
 * @param contactEmail where to ask
 * @param contactPhone where to ring
 * @param registrationOpensAt first moment of registration, or null
 * @param registrationClosesAt first moment after it, or null
 * @param peoplePerRegistration 1 to 50
 * @param holdMinutes 5 to 10 080
 * @param offerHours 1 to 336
 * @param needsKeptDays 1 to 365
 * @param travelRefund whether travel is refunded
 * @param privacyClause what is told of personal data
 * @param terms what who registers agrees to, possibly empty
 * @param consultationId the consultation whose meeting it is, or null
 * @param unread what of it could not even be read, by field
 */
public record EventEntry(
        EventKind kind,
        @Nullable Integer edition,
        String title,
        String summary,
        String description,
        String organiser,
        String venue,
        boolean onLocalLaw,
        boolean forBothSectors,
        boolean forCompetence,
        String contactName,
        String contactEmail,
        String contactPhone,
        @Nullable Instant registrationOpensAt,
        @Nullable Instant registrationClosesAt,
        int peoplePerRegistration,
        int holdMinutes,
        int offerHours,
        int needsKeptDays,
        boolean travelRefund,
        String privacyClause,
        String terms,
        @Nullable Long consultationId,
        FormErrors unread) {

    static final int LONGEST_TITLE = 300;
    static final int LAST_EDITION = 999;
    private static final int LONGEST_DESCRIPTION = 15_000;
    private static final int LONGEST_CLAUSE = 10_000;
    private static final int LONGEST_TERMS = 15_000;

    /** The row of a new event, which only the office sees. */
    Event begun(String slug, @Nullable Long seriesOf, long by, Instant now) {
        return row(null, slug, seriesOf, null, null, null, 0, now, by, now, 0);
    }

    /**
     * The row of an event with this stated of it.
     *
     * @param moved whether calendars must learn of it
     */
    Event over(Event old, boolean moved, Instant now) {
        return row(
                old.id(),
                old.slug(),
                old.seriesOf(),
                old.publishedAt(),
                old.cancelledAt(),
                old.cancelReason(),
                moved ? old.calendarSequence() + 1 : old.calendarSequence(),
                old.createdAt(),
                old.createdBy(),
                now,
                old.revision());
    }

    private Event row(
            @Nullable Long id,
            String slug,
            @Nullable Long seriesOf,
            @Nullable Instant publishedAt,
            @Nullable Instant cancelledAt,
            @Nullable String cancelReason,
            int calendarSequence,
            Instant createdAt,
            @Nullable Long createdBy,
            Instant changedAt,
            int revision) {
        return new Event(
                id,
                slug,
                kind,
                edition,
                title,
                summary,
                description,
                organiser,
                venue,
                onLocalLaw,
                forBothSectors,
                forCompetence,
                contactName,
                contactEmail,
                contactPhone,
                registrationOpensAt,
                registrationClosesAt,
                peoplePerRegistration,
                holdMinutes,
                offerHours,
                needsKeptDays,
                travelRefund,
                privacyClause,
                terms,
                seriesOf,
                consultationId,
                publishedAt,
                cancelledAt,
                cancelReason,
                calendarSequence,
                createdAt,
                createdBy,
                changedAt,
                revision);
    }

    /** What is wrong with it by itself, in the order of the form. */
    FormErrors check() {
        var opensAt = registrationOpensAt;
        var closesAt = registrationClosesAt;
        return FormErrors.none()
                .unless(!title.isEmpty(), "title", "events.form.title.missing")
                .unless(Typed.length(title) <= LONGEST_TITLE, "title", "forms.tooLong", LONGEST_TITLE)
                .unless(
                        edition == null || within(edition, 1, LAST_EDITION),
                        "edition",
                        "events.form.number",
                        1,
                        LAST_EDITION)
                .unless(Typed.length(summary) <= 500, "summary", "forms.tooLong", 500)
                .unless(
                        Typed.length(description) <= LONGEST_DESCRIPTION,
                        "description",
                        "forms.tooLong",
                        LONGEST_DESCRIPTION)
                .unless(Typed.length(organiser) <= 300, "organiser", "forms.tooLong", 300)
                .unless(Typed.length(venue) <= 300, "venue", "forms.tooLong", 300)
                .and(unread)
                .unless(
                        unread.any() || (opensAt == null) == (closesAt == null),
                        opensAt == null ? "opensOn" : "closesOn",
                        "events.form.term.half")
                .unless(
                        opensAt == null || closesAt == null || opensAt.isBefore(closesAt),
                        "closesOn",
                        "events.form.term.wrong")
                .unless(within(peoplePerRegistration, 1, 50), "peoplePerRegistration", "events.form.number", 1, 50)
                .unless(within(holdMinutes, 5, 10_080), "holdMinutes", "events.form.number", 5, 10_080)
                .unless(within(offerHours, 1, 336), "offerHours", "events.form.number", 1, 336)
                .unless(within(needsKeptDays, 1, 365), "needsKeptDays", "events.form.number", 1, 365)
                .unless(Typed.length(privacyClause) <= LONGEST_CLAUSE, "privacyClause", "forms.tooLong", LONGEST_CLAUSE)
                .unless(Typed.length(terms) <= LONGEST_TERMS, "terms", "forms.tooLong", LONGEST_TERMS)
                .unless(Typed.length(contactName) <= 120, "contactName", "forms.tooLong", 120)
                .unless(
                        contactEmail.isEmpty() || EmailAddress.of(contactEmail).isPresent(),
                        "contactEmail",
                        "accounts.email.wrong")
                .unless(Typed.length(contactPhone) <= 40, "contactPhone", "forms.tooLong", 40);
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
