package pl.kujawskopomorskie.ngo.events.advisory;

import java.time.LocalDateTime;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of publishing slots. */
public sealed interface Publishing {

    /**
     * They can be booked.
     *
     * @param adviser whose they are
     * @param made how many
     * @param skipped what was left out
     */
    record Done(Adviser adviser, int made, List<Skipped> skipped) implements Publishing {
        public Done {
            skipped = List.copyOf(skipped);
        }
    }

    /** Something stated is wrong. */
    record Invalid(FormErrors errors) implements Publishing {}

    /** This person may not. */
    record Forbidden() implements Publishing {}

    /**
     * A time that was left out.
     *
     * @param at by the clock on the office's wall
     * @param why it was
     */
    record Skipped(LocalDateTime at, Why why) {}

    /** Why a time was left out. */
    enum Why {
        /** The adviser has another slot then. */
        OVERLAPS,
        /** It is over. */
        PAST,
        /** The clocks skip that hour. */
        NO_SUCH_HOUR
    }
}
