package pl.kujawskopomorskie.ngo.events.lending;

import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a room or equipment.
 *
 * @param kind a room or equipment; never changes
 * @param name as shown
 * @param description what to know of it
 * @param address of a room
 * @param seats in a room, -1 for what is no number
 * @param accessibility of a room
 * @param equipment in a room
 * @param hours of a room
 * @param pieces of equipment, -1 for what is no number
 * @param inUse whether it is lent
 */
public record ResourceEntry(
        ResourceKind kind,
        String name,
        String description,
        String address,
        int seats,
        String accessibility,
        String equipment,
        OpeningHours hours,
        int pieces,
        boolean inUse) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_WORDS = 2000;
    private static final int MOST = 10_000;

    FormErrors check() {
        var errors = FormErrors.none()
                .unless(!name.isEmpty(), "name", "lending.resource.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(
                        Typed.length(description) <= LONGEST_DESCRIPTION,
                        "description",
                        "forms.tooLong",
                        LONGEST_DESCRIPTION);
        if (kind == ResourceKind.EQUIPMENT) {
            return errors.unless(pieces >= 1 && pieces <= MOST, "pieces", "lending.resource.pieces.wrong");
        }
        return errors.unless(!address.isEmpty(), "address", "lending.resource.address.missing")
                .unless(Typed.length(address) <= LONGEST_ADDRESS, "address", "forms.tooLong", LONGEST_ADDRESS)
                .unless(seats >= 1 && seats <= MOST, "seats", "lending.resource.seats.wrong")
                .unless(Typed.length(accessibility) <= LONGEST_WORDS, "accessibility", "forms.tooLong", LONGEST_WORDS)
                .unless(Typed.length(equipment) <= LONGEST_WORDS, "equipment", "forms.tooLong", LONGEST_WORDS)
                .unless(!hours.days().isEmpty(), "opens-1", "lending.resource.hours.missing");
    }
}
