package pl.kujawskopomorskie.ngo.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Which entries of the audit log are asked for.
 *
 * @param text words of the action, the subject or the detail; empty for any
 * @param actor a part of the name or address of who did it; empty for anybody
 * @param subjectKind what it was done to; empty for anything
 * @param from the first day, or null
 * @param to the last day, or null
 * @param after the entry after which the page goes on, or null for the newest
 */
public record AuditFilter(
        String text,
        String actor,
        String subjectKind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Place after) {

    /**
     * The place of an entry in the log, newest first.
     *
     * @param happenedAt moment of the entry
     * @param id its key
     */
    public record Place(Instant happenedAt, long id) {

        private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

        /** The place of an entry. */
        public static Place of(AuditEntry entry) {
            return new Place(entry.happenedAt(), entry.id());
        }

        /** The place that an address names, if it names one. */
        public static Optional<Place> parse(String text) {
            var found = TEXT.matcher(text);
            return found.matches()
                    ? Optional.of(new Place(
                            OfficeTime.ofMicros(Long.parseLong(found.group(1))), Long.parseLong(found.group(2))))
                    : Optional.empty();
        }

        /** The place as an address names it. */
        public String text() {
            return OfficeTime.toMicros(happenedAt) + "-" + id;
        }
    }
}
