package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Slots as the office lists them.
 *
 * @param state which part of them, or empty
 * @param adviserId key of an adviser as the address has it, or empty
 * @param rows of this page
 * @param total rows of all pages
 * @param number of this page, from 1
 * @param pages how many there are, at least one
 * @param advisers to choose from
 * @param mayRun whether the reader may publish and settle
 * @param now when the page was asked for
 */
record SlotsDeskPage(
        String state,
        String adviserId,
        List<AdvisorySlots.Listed> rows,
        long total,
        int number,
        int pages,
        List<Adviser> advisers,
        boolean mayRun,
        Instant now) {

    static final List<String> STATES = List.of("FREE", "BOOKED", "TO_SETTLE", "SETTLED");

    SlotsDeskPage {
        rows = List.copyOf(rows);
        advisers = List.copyOf(advisers);
    }

    public List<Choice> states() {
        return STATES.stream()
                .map(name -> Choice.keyed(name, "advisory.desk.state." + name))
                .toList();
    }

    public List<Choice> people() {
        return adviserChoices(advisers);
    }

    static List<Choice> adviserChoices(List<Adviser> advisers) {
        return advisers.stream()
                .map(adviser -> Choice.named(Long.toString(adviser.key()), adviser.name()))
                .toList();
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(state.isEmpty() && adviserId.isEmpty());
    }

    /** How a slot stands: the end of a key of texts. */
    public String standing(AdvisorySlots.Listed row) {
        if (row.quarters() != null) {
            return "DONE";
        }
        if (row.missedAt() != null) {
            return "MISSED";
        }
        var over = !now.isBefore(row.endsAt());
        if (row.bookingId() == null) {
            return row.withdrawnAt() != null ? "WITHDRAWN" : (over ? "UNUSED" : "FREE");
        }
        if (row.confirmedAt() == null) {
            return "HELD";
        }
        return over ? "TO_SETTLE" : "BOOKED";
    }
}
