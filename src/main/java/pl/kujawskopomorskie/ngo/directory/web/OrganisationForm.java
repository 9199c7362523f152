package pl.kujawskopomorskie.ngo.directory.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;

/**
 * The form of an organisation's data as the browser sends it: one field for each {@link OrganisationField}, by its form name, and
 * the boxes of the spheres all under one name.
 */
final class OrganisationForm {

    private static final Pattern PRINTS = Pattern.compile("[0-9a-f.]{1,1000}");

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

    /** The prints that the form was opened with, see {@link #prints}; empty when they are missing. */
    static String opened(@Nullable Map<String, Object> body) {
        var sent = body == null ? "" : text(body.get("opened"));
        return PRINTS.matcher(sent).matches() ? sent : "";
    }

    /**
     * A short print of each field, by which it is known later which fields a person left alone; the words themselves would be
     * sent twice.
     */
    static String prints(OrganisationEntry entry) {
        return Arrays.stream(OrganisationField.values())
                .map(field -> print(entry, field))
                .collect(Collectors.joining("."));
    }

    /** Fields that a person left as they were when the form was opened; none when that is not known. */
    static Set<OrganisationField> untouched(OrganisationEntry typed, String opened) {
        var prints = List.of(opened.split("\\.", -1));
        var fields = OrganisationField.values();
        return prints.size() != fields.length
                ? Set.of()
                : Arrays.stream(fields)
                        .filter(field -> prints.get(field.ordinal()).equals(print(typed, field)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static String print(OrganisationEntry entry, OrganisationField field) {
        return HexFormat.of().formatHex(sha256(entry.meaning(field)), 0, 6);
    }

    private static byte[] sha256(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object sent) {
        return switch (sent) {
            case null -> "";
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> sent.toString();
        };
    }
}
