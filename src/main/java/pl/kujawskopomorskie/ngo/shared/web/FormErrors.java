package pl.kujawskopomorskie.ngo.shared.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in the order in which its fields stand on the page. Checks are written one below the other;
 * only the first mistake of a field is kept, so that a check may rely on those above it:
 *
 * <pre>{@code
 * var errors = FormErrors.none()
 *         .unless(!name.isEmpty(), "name", "accounts.name.missing")
 *         .unless(Typed.length(name) <= 120, "name", "forms.tooLong", 120);
 * if (errors.any()) {
 *     return new Invalid(errors);
 * }
 * }</pre>
 *
 * <p>The view shows them with the fragments of {@code views/forms.html}.
 *
 * @param all the mistakes, at most one of each field
 */
public record FormErrors(List<FormError> all) {

    /** Name in place of a field's for a mistake that belongs to the form as a whole. */
    public static final String WHOLE_FORM = "";

    private static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        all = List.copyOf(all);
    }

    /** Nothing is wrong. */
    public static FormErrors none() {
        return NONE;
    }

    /** One mistake. */
    public static FormErrors of(String field, String key, Object... arguments) {
        return NONE.and(field, key, arguments);
    }

    /** These and one more, unless the field already has one. */
    public FormErrors and(String field, String key, Object... arguments) {
        if (at(field) != null) {
            return this;
        }
        var more = new ArrayList<>(all);
        more.add(new FormError(field, key, List.of(arguments)));
        return new FormErrors(more);
    }

    /** These, and one more if the check fails. */
    public FormErrors unless(boolean fine, String field, String key, Object... arguments) {
        return fine ? this : and(field, key, arguments);
    }

    /** These, followed by the others. */
    public FormErrors and(FormErrors others) {
        var sum = this;
        for (var error : others.all) {
            sum = sum.and(error.field(), error.key(), error.arguments().toArray());
        }
        return sum;
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** Whether any field is to be corrected; what is said of the whole form alone may be nobody's mistake. */
    public boolean aboutFields() {
        return all.stream().anyMatch(error -> !error.field().equals(WHOLE_FORM));
    }

    /** The mistake at a field, or null. */
    public @Nullable FormError at(String field) {
        for (var error : all) {
            if (error.field().equals(field)) {
                return error;
            }
        }
        return null;
    }

    /** Ids of what explains a field, for its {@code aria-describedby}: its mistake, then its hint; null for neither. */
    public @Nullable String describedBy(String field, boolean hinted) {
        var mistaken = at(field) != null;
        if (mistaken) {
            return field + "-error" + (hinted ? " " + field + "-hint" : "");
        }
        return hinted ? field + "-hint" : null;
    }

    /**
     * One mistake.
     *
     * @param field name of the field, which is also its id on the page; {@link #WHOLE_FORM} for none
     * @param key of the sentence that says how to put it right
     * @param arguments of the sentence
     */
    public record FormError(String field, String key, List<Object> arguments) {

        public FormError {
            arguments = List.copyOf(arguments);
        }

        /** The arguments as a template passes them on. */
        public Object[] values() {
            return arguments.toArray();
        }
    }
}
