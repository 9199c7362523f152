package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.Resource;

/**
 * What the office lends.
 *
 * @param rooms at present
 * @param equipment at present
 */
record ResourcesPage(List<Resource> rooms, List<Resource> equipment) {

    ResourcesPage {
        rooms = List.copyOf(rooms);
        equipment = List.copyOf(equipment);
    }
}
