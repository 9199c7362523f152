package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.LookingAtLendings;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Requests as the office lists them.
 *
 * @param state which part of them, or empty
 * @param resourceId key of what they are for as the address has it, or empty
 * @param rows of this page
 * @param total rows of all pages
 * @param number of this page, from 1
 * @param pages how many there are, at least one
 * @param resources to choose from
 */
record LendingsDeskPage(
        String state,
        String resourceId,
        List<LookingAtLendings.Listed> rows,
        long total,
        int number,
        int pages,
        List<Resource> resources) {

    static final List<String> STATES = List.of("ASKED", "ACCEPTED", "OUT", "ENDED");

    LendingsDeskPage {
        rows = List.copyOf(rows);
        resources = List.copyOf(resources);
    }

    public List<Choice> states() {
        return STATES.stream()
                .map(name -> Choice.keyed(name, "lending.desk.state." + name))
                .toList();
    }

    public List<Choice> things() {
        return resources.stream()
                .map(resource -> Choice.named(Long.toString(resource.key()), resource.name()))
                .toList();
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(state.isEmpty() && resourceId.isEmpty());
    }
}
