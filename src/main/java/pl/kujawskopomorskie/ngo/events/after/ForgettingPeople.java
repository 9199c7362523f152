package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Deletes the names and addresses of all who registered for an event, or came to it, when the years are over that its privacy clause
 * promises. How many came stays, and so do the numbers of certificates: who checks one learns that it was issued and that the name was
 * deleted. Links die, because nobody is behind them any more.
 */
@Singleton
public class ForgettingPeople implements RecurringJob {

    private static final int AT_ONCE = 20;
    private static final int MOST_YEARS = 50;

    private final Events events;
    private final PeopleKept kept;
    private final Certificates certificates;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingPeople(Events events, PeopleKept kept, Certificates certificates, AuditLog audit, Clock clock) {
        this.events = events;
        this.kept = kept;
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /** A clerk sets how many years people of an event are kept. */
    @Transactional
    public EventChange keep(String slug, int years, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return new EventChange.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        if (years < 1 || years > MOST_YEARS) {
            return new EventChange.Invalid(FormErrors.of("keptYears", "events.after.kept.wrong", MOST_YEARS));
        }
        if (kept.of(event.key()).forgottenAt() != null) {
            return new EventChange.WrongMoment("events.after.kept.forgotten");
        }
        kept.keep(event.key(), years);
        audit.record(actor.personId(), "PEOPLE_KEPT", "event", slug, Integer.toString(years));
        return new EventChange.Done(event);
    }

    @Override
    public String name() {
        return "forget-people";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 50));
    }

    @Override
    public void run() {
        var forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = forgetSome();
        }
    }

    /** Deletes those of some events; of how many. */
    @Transactional
    protected int forgetSome() {
        var now = OfficeTime.now(clock);
        var due = kept.due(now, AT_ONCE);
        for (var event : due) {
            // As everybody does: the event before what belongs to it.
            events.lock(event.id());
            kept.deleteNeeds(event.id());
            kept.deleteAnswers(event.id());
            kept.deleteLinks(event.id());
            kept.deleteLinksOfWalkIns(event.id());
            certificates.forget(event.id(), now);
            var people = kept.forgetAttendees(event.id()) + kept.forgetWalkIns(event.id());
            kept.forgetRefused(event.id());
            kept.forgetRegistrations(event.id());
            kept.forgotten(event.id(), now);
            audit.record(null, "PEOPLE_FORGOTTEN", "event", event.slug(), Integer.toString(people));
        }
        return due.size();
    }
}
