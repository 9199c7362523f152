package pl.kujawskopomorskie.ngo.shared.data;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What the database refused, read from codes, because the texts of MySQL and MariaDB differ. */
public final class Violations {

    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;

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

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
