package pl.kujawskopomorskie.ngo.events.lending.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.DecidingLending;
import pl.kujawskopomorskie.ngo.events.lending.LendingState;
import pl.kujawskopomorskie.ngo.events.lending.LookingAtLendings;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * A request.
 *
 * @param detail itself with what it is for
 * @param now when the page was asked for
 * @param lacking what of it is promised to others; for the office
 * @param overdue what of it others should have given back; for the office
 * @param meeting other requests for the same in the same time; for the office
 * @param form as typed; for the office
 * @param mayRun whether the reader decides
 * @param errors what is wrong
 */
record LendingPage(
        LookingAtLendings.Detail detail,
        Instant now,
        List<DecidingLending.Lacking> lacking,
        List<LookingAtLendings.Overdue> overdue,
        List<LookingAtLendings.Listed> meeting,
        TypedFields form,
        boolean mayRun,
        FormErrors errors) {

    LendingPage {
        lacking = List.copyOf(lacking);
        overdue = List.copyOf(overdue);
        meeting = List.copyOf(meeting);
    }

    /** How it stands. */
    public String state() {
        return detail.lending().state().name();
    }

    /** Whether who asked can still take it back. */
    public boolean mayWithdraw() {
        var state = detail.lending().state();
        return (state == LendingState.ASKED || state == LendingState.ACCEPTED)
                && now.isBefore(detail.lending().endsAt())
                && detail.things().stream().noneMatch(thing -> thing.item().takenAt() != null);
    }

    /** Whether the office can still cancel it. */
    public boolean mayCancel() {
        return detail.lending().state() == LendingState.ACCEPTED
                && detail.things().stream().noneMatch(thing -> thing.item().takenAt() != null);
    }

    /** Whether equipment can be handed out today. */
    public boolean mayHandOut() {
        var lending = detail.lending();
        return lending.state() == LendingState.ACCEPTED
                && !OfficeTime.day(now).isBefore(OfficeTime.day(lending.startsAt()))
                && now.isBefore(lending.endsAt());
    }
}
