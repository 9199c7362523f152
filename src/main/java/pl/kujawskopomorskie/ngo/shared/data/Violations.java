package pl.kujawskopomorskie.ngo.shared.data;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What the database refused, read from codes, because the texts of MySQL and MariaDB differ. */
public final class Violations {

    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int CONNECTION_KILLED = 1927;
    private static final String CONNECTION_EXCEPTION = "08";

    private Violations() {}

    /** Whether a row was refused because its unique key is taken. */
    public static boolean isDuplicate(Throwable failure) {
        var cause = sqlCause(failure);
        return cause instanceof SQLIntegrityConstraintViolationException && cause.getErrorCode() == DUPLICATE_KEY;
    }

    /** Whether the whole transaction may simply be tried again: it lost to another one and nothing of it was stored. */
    public static boolean isLostRace(Throwable failure) {
        var cause = sqlCause(failure);
        return cause != null && (cause.getErrorCode() == DEADLOCK || cause.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    /** Whether the database was not there, or went away: nothing is wrong with what was sent, and later it may go through. */
    public static boolean isConnectionLost(Throwable failure) {
        var cause = sqlCause(failure);
        return cause != null
                && (cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLRecoverableException
                        || cause.getErrorCode() == CONNECTION_KILLED
                        || String.valueOf(cause.getSQLState()).startsWith(CONNECTION_EXCEPTION));
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
