package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form with which somebody asks to borrow.
 *
 * @param form as typed
 * @param rooms to choose from
 * @param equipment to choose from
 * @param voice name of the organisation in whose name the person acts, or empty
 * @param errors what is wrong
 */
record AskPage(TypedFields form, List<Resource> rooms, List<Resource> equipment, String voice, FormErrors errors) {

    AskPage {
        rooms = List.copyOf(rooms);
        equipment = List.copyOf(equipment);
    }
}
