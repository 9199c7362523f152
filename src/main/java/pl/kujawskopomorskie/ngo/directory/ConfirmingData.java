package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressee;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.accounts.Secret;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Once a year an organisation confirms that its data are true: by the link of a mail, with one click and no account, or on its
 * page by somebody who speaks for it or by the office.
 */
@Singleton
public class ConfirmingData {

    /** Data are confirmed once a year; a mail goes out a month before, so that there is time to answer. */
    static final Period ASKED_AFTER = Period.ofMonths(11);

    private static final int MOST_LETTERS = 20;
    private static final Duration LINK_LIVES = Duration.ofDays(60);

    private final Organisations organisations;
    private final Representations representations;
    private final ConfirmationRequests requests;
    private final HeldVoices voices;
    private final Addressees addressees;
    private final RepresentationLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmingData(
            Organisations organisations,
            Representations representations,
            ConfirmationRequests requests,
            HeldVoices voices,
            Addressees addressees,
            RepresentationLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.requests = requests;
        this.voices = voices;
        this.addressees = addressees;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organisation that a link asks about; nothing when the link is unknown or too old. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Asked> look(String token) {
        return requests.findAlive(new Secret(token).hash(), OfficeTime.now(clock))
                .flatMap(request -> organisations
                        .findById(request.organisationId())
                        .filter(Organisation::listed)
                        .map(organisation -> new Asked(organisation, confirmedSince(organisation, request.askedAt()))));
    }

    /** Confirms by the link. Following it twice confirms once. */
    @Transactional
    public Optional<Organisation> confirm(String token, @Nullable Actor actor) {
        var known = look(token).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        lock(known.organisation());
        // Looked at again: while this waited, the link may have been taken back or followed by somebody else.
        var asked = look(token).orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        if (!asked.confirmed()) {
            write(asked.organisation(), actor == null ? null : actor.personId(), ConfirmedThrough.LINK);
        }
        return Optional.of(asked.organisation());
    }

    /** Confirms on the organisation's page. */
    @Transactional
    public Confirming confirmSigned(String slug, Actor actor) {
        var organisation = organisations
                .findBySlug(slug)
                .filter(Organisation::listed)
                .map(this::lock)
                .filter(Organisation::listed)
                .orElse(null);
        if (organisation == null) {
            return new Confirming.NotFound();
        }
        var held =
                representations.lockHeld(organisation.key(), actor.personId()).orElse(null);
        if (!OrganisationPolicy.mayConfirm(actor, organisation, held)) {
            return new Confirming.Forbidden();
        }
        var through = OrganisationPolicy.onlyRepresentativesSpeakForAnOrganisation(actor, held)
                ? ConfirmedThrough.REPRESENTATIVE
                : ConfirmedThrough.OFFICE;
        write(organisation, actor.personId(), through);
        return new Confirming.Done();
    }

    /** Asks one organisation by mail, unless somebody else asked or it was confirmed meanwhile. */
    @Transactional
    void ask(long organisationId) {
        var now = OfficeTime.now(clock);
        var before = longAgo(now);
        var organisation = organisations
                .lock(organisationId)
                .filter(Organisation::listed)
                .filter(found -> known(found).isBefore(before))
                .orElse(null);
        if (organisation == null
                || requests.askedAt(organisationId)
                        .filter(asked -> !asked.isBefore(before))
                        .isPresent()) {
            return;
        }
        var secret = Secret.random();
        requests.ask(organisationId, secret.hash(), now, now.plus(LINK_LIVES));
        if (!organisation.contactEmail().isEmpty()) {
            outbox.put(letters.confirm(
                    new Addressee(organisation.contactEmail(), Language.POLISH), organisation, secret.text()));
        } else {
            for (var person : voices.representatives(organisationId, MOST_LETTERS)) {
                addressees
                        .find(person)
                        .ifPresent(found -> outbox.put(letters.confirm(found, organisation, secret.text())));
            }
        }
        audit.record(null, "CONFIRMATION_ASKED_FOR", "organisation", organisation.slug(), "");
    }

    // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits in a
    // circle; and who may confirm is asked after that wait, not before.
    private Organisation lock(Organisation found) {
        organisations.countChange();
        return organisations.lock(found.key()).orElseThrow();
    }

    private void write(Organisation organisation, @Nullable Long personId, ConfirmedThrough through) {
        organisations.confirm(
                organisation.key(), OfficeTime.now(clock), personId, through, organisations.changeNumber());
        audit.record(personId, "ORGANISATION_CONFIRMED", "organisation", organisation.slug(), through.name());
    }

    // Data that nobody has confirmed yet are as old as the entry: whoever has just been taken in is not asked at once.
    private static Instant known(Organisation organisation) {
        return Objects.requireNonNullElse(
                organisation.confirmedAt(),
                Objects.requireNonNullElse(organisation.listedAt(), organisation.createdAt()));
    }

    private static boolean confirmedSince(Organisation organisation, Instant askedAt) {
        return organisation.confirmedAt() != null && !organisation.confirmedAt().isBefore(askedAt);
    }

    private static Instant longAgo(Instant now) {
        return ZonedDateTime.ofInstant(now, OfficeTime.ZONE).minus(ASKED_AFTER).toInstant();
    }

    /**
     * What a link asks.
     *
     * @param organisation whose data are to be confirmed
     * @param confirmed whether somebody has confirmed them since the mail
     */
    public record Asked(Organisation organisation, boolean confirmed) {}

    /** What came of confirming. */
    public sealed interface Confirming {

        /** It is confirmed. */
        record Done() implements Confirming {}

        /** The actor may not. */
        record Forbidden() implements Confirming {}

        /** There is no such organisation. */
        record NotFound() implements Confirming {}
    }

    /** Asks those whose time has come, some each morning, so that neither the mail nor those who answer it are flooded. */
    @Singleton
    static final class Mornings implements RecurringJob {

        private static final int EACH_MORNING = 200;

        private final ConfirmingData confirming;
        private final ConfirmationRequests requests;
        private final Clock clock;

        Mornings(ConfirmingData confirming, ConfirmationRequests requests, Clock clock) {
            this.confirming = confirming;
            this.requests = requests;
            this.clock = clock;
        }

        @Override
        public String name() {
            return "ask-to-confirm-data";
        }

        @Override
        public Rhythm rhythm() {
            return new Rhythm.DailyAt(LocalTime.of(7, 30));
        }

        @Override
        public void run() {
            requests.due(longAgo(OfficeTime.now(clock)), EACH_MORNING).forEach(confirming::ask);
        }
    }
}
