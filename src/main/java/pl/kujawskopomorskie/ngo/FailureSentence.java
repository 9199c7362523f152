package pl.kujawskopomorskie.ngo;

import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What went wrong, as a sentence for the person at the command line that says what to do. */
final class FailureSentence {

    private static final int WRONG_ACCOUNT = 1045;
    private static final int NO_RIGHT_TO_SCHEMA = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;

    private FailureSentence() {}

    static String of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RefusedStart refused -> {
                    return String.valueOf(refused.getMessage());
                }
                case BindException taken -> {
                    return "The port is taken by another program. Stop it, or set MICRONAUT_SERVER_PORT (and "
                            + "PORTAL_MANAGEMENT_PORT for health and metrics) to a free one.";
                }
                case SQLException refused
                when sentence(refused) != null -> {
                    return String.valueOf(sentence(refused));
                }
                case FlywayException refused -> {
                    return "The database cannot be brought up to date: " + refused.getMessage();
                }
                case NoSuchFileException missing -> {
                    return "There is no file " + missing.getFile() + ".";
                }
                case AccessDeniedException denied -> {
                    return "The file " + denied.getFile() + " cannot be read or written: permission denied.";
                }
                default -> {}
            }
        }
        // Nobody foresaw this one: the log gets the whole of it, because a sentence will not be enough.
        LoggerFactory.getLogger(FailureSentence.class).error("Unforeseen failure", failure);
        return "It failed, and we did not foresee how: " + failure + ". The log above says more.";
    }

    private static @Nullable String sentence(SQLException refused) {
        return switch (refused.getErrorCode()) {
            case WRONG_ACCOUNT ->
                "The database refuses the account. Check DATASOURCES_DEFAULT_USERNAME and "
                        + "DATASOURCES_DEFAULT_PASSWORD.";
            case NO_RIGHT_TO_SCHEMA, NO_SUCH_SCHEMA ->
                "The database server has no such database, or the account has no rights on it. Create the database "
                        + "named in DATASOURCES_DEFAULT_URL and grant the account all rights on it.";
            default ->
                refused.getSQLState() != null && refused.getSQLState().startsWith("08")
                        ? "The database cannot be reached. Check that it runs and that DATASOURCES_DEFAULT_URL names it."
                        : null;
        };
    }
}
