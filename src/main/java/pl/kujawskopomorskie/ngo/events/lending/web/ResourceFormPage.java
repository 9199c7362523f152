package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.ResourceKind;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form of a room or equipment.
 *
 * @param id key of the row, 0 of a new one
 * @param kind which of the two
 * @param form as typed
 * @param errors what is wrong
 */
record ResourceFormPage(long id, ResourceKind kind, TypedFields form, FormErrors errors) {

    /** Whether it is a room. */
    public boolean room() {
        return kind == ResourceKind.ROOM;
    }

    /** Days of the week, from Monday as 1. */
    public List<Integer> days() {
        return List.of(1, 2, 3, 4, 5, 6, 7);
    }

    /** Where the form goes. */
    public String action() {
        return ResourceDeskController.THINGS + (id == 0 ? (room() ? "/nowa-sala" : "/nowy-sprzet") : "/" + id);
    }
}
