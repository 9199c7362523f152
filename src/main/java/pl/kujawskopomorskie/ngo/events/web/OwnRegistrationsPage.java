package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration.OwnRegistration;

/**
 * The registrations of a person's account.
 *
 * @param rows the latest event first
 * @param now when the page was asked for
 */
record OwnRegistrationsPage(List<OwnRegistration> rows, Instant now) {

    OwnRegistrationsPage {
        rows = List.copyOf(rows);
    }

    /** Whether certificates and materials wait for those of a registration who were there. */
    public boolean over(OwnRegistration own) {
        var endsAt = own.row().endsAt();
        return own.row().came() && own.row().cancelledAt() == null && endsAt != null && !now.isBefore(endsAt);
    }

    /** How a registration stands: the end of a key of texts. */
    public String standing(OwnRegistration own) {
        var row = own.row();
        if (row.cancelledAt() != null) {
            return "cancelled";
        }
        if (row.endedAt() != null) {
            return "ended";
        }
        if (row.confirmedAt() != null) {
            return "confirmed";
        }
        return row.confirmBy() != null && now.isBefore(row.confirmBy()) ? "toConfirm" : "ended";
    }
}
