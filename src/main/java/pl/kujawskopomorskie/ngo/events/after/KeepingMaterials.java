package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk puts presentations, links and recordings on an event, each for those for whom it is meant. */
@Singleton
public class KeepingMaterials {

    /** Largest file, in megabytes. */
    public static final int LARGEST_MB = 50;

    private static final int MOST = 100;

    private final Events events;
    private final Sessions sessions;
    private final Materials materials;
    private final StoringFiles files;
    private final AuditLog audit;
    private final Clock clock;

    KeepingMaterials(
            Events events, Sessions sessions, Materials materials, StoringFiles files, AuditLog audit, Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.materials = materials;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds one; those for whom it is see it at once. */
    @Transactional
    public EventChange add(String slug, MaterialEntry entry, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return new EventChange.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var session = entry.sessionId() == 0 ? null : sessions.of(event.key(), entry.sessionId());
        var errors = entry.check()
                .unless(session == null || session.isPresent(), "session", "forms.choose")
                .unless(materials.count(event.key()) < MOST, FormErrors.WHOLE_FORM, "events.material.many", MOST);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        if (entry.kind() != Material.Kind.FILE) {
            return added(event, entry, null, actor);
        }
        return switch (files.store(entry.content(), entry.fileName(), LARGEST_MB * 1024L * 1024L, actor.personId())) {
            case StoringFiles.Outcome.Stored(var file) -> added(event, entry, file.key(), actor);
            case StoringFiles.Outcome.Empty ignored ->
                new EventChange.Invalid(FormErrors.of("file", "events.material.file.missing"));
            case StoringFiles.Outcome.WrongType ignored ->
                new EventChange.Invalid(FormErrors.of("file", "consultations.document.type"));
            case StoringFiles.Outcome.TooLarge ignored ->
                new EventChange.Invalid(FormErrors.of("file", "consultations.document.large", LARGEST_MB));
        };
    }

    private EventChange added(Event event, MaterialEntry entry, @Nullable Long fileId, Actor actor) {
        materials.save(new Material(
                null,
                event.key(),
                entry.sessionId() == 0 ? null : entry.sessionId(),
                entry.kind(),
                entry.audience(),
                entry.title(),
                fileId == null ? entry.url() : "",
                fileId,
                OfficeTime.now(clock),
                actor.personId()));
        audit.record(actor.personId(), "MATERIAL_ADDED", "event", event.slug(), entry.title());
        return new EventChange.Done(event);
    }

    /** Takes one away, with its file. The log keeps its title. */
    @Transactional
    public EventChange remove(String slug, long id, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return new EventChange.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var material = materials.of(event.key(), id).orElse(null);
        if (material == null || materials.delete(event.key(), id) == 0) {
            return new EventChange.NotFound();
        }
        var fileId = material.fileId();
        if (fileId != null) {
            files.forget(fileId);
        }
        audit.record(actor.personId(), "MATERIAL_REMOVED", "event", slug, material.title());
        return new EventChange.Done(event);
    }
}
