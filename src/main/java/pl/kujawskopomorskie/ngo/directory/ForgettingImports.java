package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Deletes the rows of imports that are done or were left lying: they hold whatever stood in an office's table. */
@Singleton
final class ForgettingImports implements RecurringJob {

    /** How long rows stay after anything last happened to their import. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 100;

    private final OrganisationImports imports;
    private final ImportingOrganisations importing;
    private final Clock clock;

    ForgettingImports(OrganisationImports imports, ImportingOrganisations importing, Clock clock) {
        this.imports = imports;
        this.importing = importing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-imports";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 20));
    }

    @Override
    public void run() {
        var limit = OfficeTime.now(clock).minus(KEPT);
        for (var old = imports.untouchedSince(limit, AT_ONCE);
                !old.isEmpty();
                old = imports.untouchedSince(limit, AT_ONCE)) {
            old.forEach(importId -> importing.forget(importId, limit));
        }
    }
}
