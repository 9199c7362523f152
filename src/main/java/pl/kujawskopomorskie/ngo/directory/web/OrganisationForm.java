package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;

/**
 * The form of an organisation's data as the browser sends it: one field for each {@link OrganisationField}, by its form name, and
 * the boxes of the spheres all under one name.
 */
final class OrganisationForm {

    private OrganisationForm() {}

    static OrganisationEntry entry(@Nullable Map<String, Object> body) {
        Map<OrganisationField, String> typed = new EnumMap<>(OrganisationField.class);
        if (body != null) {
            for (var field : OrganisationField.values()) {
                typed.put(field, text(body.get(field.formName())));
            }
        }
        return new OrganisationEntry(typed);
    }

    /** The revision that the form was opened with; one that cannot be when it is missing or no number. */
    static int revision(@Nullable Map<String, Object> body) {
        var sent = body == null ? "" : text(body.get("revision"));
        return sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }

    private static String text(@Nullable Object sent) {
        return switch (sent) {
            case null -> "";
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> sent.toString();
        };
    }
}
