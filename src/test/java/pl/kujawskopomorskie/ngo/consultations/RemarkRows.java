package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Rows of remarks for tests that need many at once, or none of the steps that lead there. They are to be saved by the test. */
public final class RemarkRows {

    private RemarkRows() {}

    /** One in the register, with a receipt of nothing. */
    public static Remark submitted(
            DraftVersion version,
            @Nullable DraftUnit unit,
            int number,
            RemarkAuthor author,
            String proposed,
            String rationale,
            Instant at) {
        return row(version, unit, RemarkState.SUBMITTED, number, author, proposed, rationale, at, new byte[32]);
    }

    /** A draft on the whole act. */
    public static Remark draft(DraftVersion version, RemarkAuthor author, String rationale) {
        return row(version, null, RemarkState.DRAFT, null, author, "", rationale, null, null);
    }

    /** Somebody whose remark came another way than through the portal's form. */
    public static RemarkAuthor from(Channel channel, String name) {
        return new RemarkAuthor(null, null, name, true, channel, null);
    }

    private static Remark row(
            DraftVersion version,
            @Nullable DraftUnit unit,
            RemarkState state,
            @Nullable Integer number,
            RemarkAuthor author,
            String proposed,
            String rationale,
            @Nullable Instant submittedAt,
            byte @Nullable [] hash) {
        return new Remark(
                null,
                version.consultationId(),
                version.key(),
                unit == null ? null : unit.key(),
                state,
                number,
                author.channel(),
                author.personId(),
                author.name(),
                author.named(),
                author.enteredBy(),
                unit == null ? "" : unit.text(),
                proposed,
                rationale,
                TestClock.START,
                TestClock.START,
                submittedAt,
                null,
                hash,
                UUID.randomUUID().toString(),
                null,
                null,
                0,
                author.organisationId(),
                null);
    }
}
