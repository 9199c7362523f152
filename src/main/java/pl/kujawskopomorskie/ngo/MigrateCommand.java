package pl.kujawskopomorskie.ngo;

import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;

/** {@code migrate}: brings the database up to date and ends. {@code serve} does the same before it serves. */
@Command(name = "migrate", description = "Bring the database up to date, and end.", mixinStandardHelpOptions = true)
final class MigrateCommand implements Runnable {

    @Override
    public void run() {
        var environment = System.getenv();
        var settings = StartSettings.of(StartSettings.Scope.DATABASE, environment, System.getProperties());
        try (var portal = RunningPortal.start(settings, environment)) {
            var flyway = portal.context().getBean(Flyway.class);
            System.out.println("The database is up to date: " + flyway.info().applied().length + " migrations.");
        }
    }
}
