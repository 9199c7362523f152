package pl.kujawskopomorskie.ngo.events;

import java.util.Map;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What somebody says anew who has registered: all but who comes, where the mails go and what is booked.
 *
 * @param phone possibly empty
 * @param travelRefund whether they ask for the cost of travel
 * @param needs of each person, and what is said of each need, by the person's position within the registration
 * @param needsConsent whether the needs that were not known before may be kept for the event
 */
public record RegistrationCorrection(
        String phone, boolean travelRefund, Map<Integer, Map<Need, String>> needs, boolean needsConsent) {

    public RegistrationCorrection {
        phone = Typed.line(phone);
        needs = needs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, person -> RegistrationEntry.lines(person.getValue())));
    }

    /** What the person at a position needs from now on. */
    Map<Need, String> needsOf(int position) {
        return needs.getOrDefault(position, Map.of());
    }

    /**
     * What is wrong with it, in the order of the form.
     *
     * @param anyNew whether any need is stated that is not kept already: only that one asks for a consent, for what is kept had one
     */
    FormErrors check(boolean anyNew) {
        var errors = RegistrationEntry.checkPhone(phone);
        for (var person : needs.keySet().stream().sorted().toList()) {
            errors = errors.and(RegistrationEntry.checkNeeds(person, needsOf(person)));
        }
        return errors.unless(needsConsent || !anyNew, "needsConsent", "events.register.needsConsent.missing");
    }
}
