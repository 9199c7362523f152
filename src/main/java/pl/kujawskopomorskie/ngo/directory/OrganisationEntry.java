package pl.kujawskopomorskie.ngo.directory;

import static pl.kujawskopomorskie.ngo.directory.OrganisationField.*;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * An organisation as it was typed into a form or stands in a row of a file, before it is checked. One set of rules for both, so
 * that an import refuses what a form refuses, in the same words.
 *
 * @param typed by field; a missing one is the same as an empty one
 */
public record OrganisationEntry(Map<OrganisationField, String> typed) {

    private static final Pattern POSTCODE_SHAPE = Pattern.compile("[0-9]{2}-[0-9]{3}");
    private static final Pattern PHONE_SHAPE = Pattern.compile("\\+?[0-9][0-9 ()/,-]*( ?wew\\.? ?[0-9]+)?");
    private static final int FIRST_YEAR = 1700;

    public OrganisationEntry {
        var cleaned = new EnumMap<OrganisationField, String>(OrganisationField.class);
        typed.forEach((field, text) -> cleaned.put(field, field == DESCRIPTION ? Typed.text(text) : Typed.line(text)));
        typed = cleaned;
    }

    /** What was typed, cleaned of what is no text. */
    public String at(OrganisationField field) {
        return typed.getOrDefault(field, "");
    }

    /** This entry with another text in one field. */
    public OrganisationEntry with(OrganisationField field, String text) {
        var changed = new EnumMap<OrganisationField, String>(OrganisationField.class);
        changed.putAll(typed);
        changed.put(field, text);
        return new OrganisationEntry(changed);
    }

    /** This entry with some fields as they are in another one. */
    public OrganisationEntry with(Set<OrganisationField> fields, OrganisationEntry other) {
        var changed = new EnumMap<OrganisationField, String>(OrganisationField.class);
        changed.putAll(typed);
        fields.forEach(field -> changed.put(field, other.at(field)));
        return new OrganisationEntry(changed);
    }

    /**
     * What is wrong, in the order of the form.
     *
     * @param currentYear nothing was founded after it
     */
    public FormErrors check(int currentYear) {
        var errors = FormErrors.none()
                .unless(!at(NAME).isEmpty(), NAME.formName(), "directory.name.missing")
                .unless(
                        choice(LegalForm.class, LEGAL_FORM).isPresent(),
                        LEGAL_FORM.formName(),
                        "directory.legalForm.missing")
                .unless(fineOrEmpty(STATE, choice(OrganisationState.class, STATE)), STATE.formName(), "forms.choose")
                .unless(fineOrEmpty(KRS, krs(KRS)), KRS.formName(), "directory.krs.wrong")
                .unless(fineOrEmpty(NIP, nip()), NIP.formName(), "directory.nip.wrong")
                .unless(fineOrEmpty(REGON, regon()), REGON.formName(), "directory.regon.wrong")
                .unless(
                        at(POSTCODE).isEmpty()
                                || POSTCODE_SHAPE.matcher(at(POSTCODE)).matches(),
                        POSTCODE.formName(),
                        "directory.postcode.wrong")
                .unless(!at(TOWN).isEmpty(), TOWN.formName(), "directory.town.missing")
                .unless(!at(COUNTY).isEmpty(), COUNTY.formName(), "directory.county.missing")
                .unless(at(COUNTY).isEmpty() || county().isPresent(), COUNTY.formName(), "directory.county.wrong")
                .unless(communeFits(), COMMUNE_TERYT.formName(), "directory.communeTeryt.wrong")
                .unless(fineOrEmpty(AREA, choice(ActivityArea.class, AREA)), AREA.formName(), "forms.choose")
                .unless(
                        spheres().stream()
                                .allMatch(point -> PublicTaskSphere.of(point).isPresent()),
                        SPHERES.formName(),
                        "directory.spheres.wrong")
                .unless(fineOrEmpty(TAX_KRS, krs(TAX_KRS)), TAX_KRS.formName(), "directory.krs.wrong")
                .unless(
                        at(CONTACT_EMAIL).isEmpty()
                                || EmailAddress.of(at(CONTACT_EMAIL)).isPresent(),
                        CONTACT_EMAIL.formName(),
                        "accounts.email.wrong")
                .unless(
                        at(CONTACT_PHONE).isEmpty()
                                || PHONE_SHAPE.matcher(at(CONTACT_PHONE)).matches(),
                        CONTACT_PHONE.formName(),
                        "directory.phone.wrong")
                .unless(at(WEBSITE).isEmpty() || website().isPresent(), WEBSITE.formName(), "directory.website.wrong")
                .unless(
                        at(FOUNDED_YEAR).isEmpty() || year() != null && year() >= FIRST_YEAR && year() <= currentYear,
                        FOUNDED_YEAR.formName(),
                        "directory.foundedYear.wrong",
                        FIRST_YEAR,
                        currentYear)
                .unless(fineOrEmpty(MEMBERS, choice(SizeRange.class, MEMBERS)), MEMBERS.formName(), "forms.choose")
                .unless(
                        fineOrEmpty(VOLUNTEERS, choice(SizeRange.class, VOLUNTEERS)),
                        VOLUNTEERS.formName(),
                        "forms.choose");
        for (var field : OrganisationField.values()) {
            errors = errors.unless(
                    Typed.length(kept(field)) <= field.longest(), field.formName(), "forms.tooLong", field.longest());
        }
        return errors;
    }

    /** The facts of an entry in which nothing is wrong. */
    public OrganisationFacts facts() {
        return new OrganisationFacts(
                at(NAME),
                at(SHORT_NAME),
                choice(LegalForm.class, LEGAL_FORM).orElseThrow(),
                choice(OrganisationState.class, STATE).orElse(OrganisationState.ACTIVE),
                krs(KRS).orElse(null),
                nip().orElse(null),
                regon().orElse(null),
                at(STREET),
                at(HOUSE),
                at(FLAT),
                at(POSTCODE),
                at(TOWN),
                at(COMMUNE),
                at(COMMUNE_TERYT).isEmpty() ? null : at(COMMUNE_TERYT),
                county().orElseThrow(),
                choice(ActivityArea.class, AREA).orElse(ActivityArea.UNKNOWN),
                spheres(),
                yes(PUBLIC_BENEFIT),
                krs(TAX_KRS).orElse(null),
                yes(SOCIAL_ECONOMY),
                at(DESCRIPTION),
                at(CONTACT_EMAIL),
                at(CONTACT_PHONE),
                yes(CONTACT_PUBLIC),
                website().orElse(""),
                year(),
                choice(SizeRange.class, MEMBERS).orElse(SizeRange.UNKNOWN),
                choice(SizeRange.class, VOLUNTEERS).orElse(SizeRange.UNKNOWN));
    }

    // An address is kept with its scheme, which may have been left out.
    private String kept(OrganisationField field) {
        return field == WEBSITE ? website().orElse(at(WEBSITE)) : at(field);
    }

    private boolean fineOrEmpty(OrganisationField field, Optional<?> read) {
        return at(field).isEmpty() || read.isPresent();
    }

    private Optional<Krs> krs(OrganisationField field) {
        return Krs.of(at(field));
    }

    private Optional<Nip> nip() {
        return Nip.of(at(NIP));
    }

    private Optional<Regon> regon() {
        return Regon.of(at(REGON));
    }

    private boolean yes(OrganisationField field) {
        return at(field).equals("true");
    }

    // Four digits of any voivodeship: an organisation with its seat elsewhere may work here.
    private Optional<String> county() {
        return at(COUNTY).matches("(0[2468]|1[02468]|2[02468]|3[02])[0-9]{2}")
                        && (!at(COUNTY).startsWith(County.VOIVODESHIP)
                                || County.of(at(COUNTY)).isPresent())
                ? Optional.of(at(COUNTY))
                : Optional.empty();
    }

    // The seventh digit is the kind of the commune: 1–5, or 8 and 9 for parts of cities.
    private boolean communeFits() {
        var teryt = at(COMMUNE_TERYT);
        return teryt.isEmpty() || teryt.startsWith(at(COUNTY)) && teryt.matches("[0-9]{6}[1234589]");
    }

    private SortedSet<String> spheres() {
        var points = new TreeSet<String>();
        Arrays.stream(at(SPHERES).split("[,;\\s]+"))
                .filter(point -> !point.isEmpty())
                .forEach(points::add);
        return points;
    }

    private @Nullable Integer year() {
        return at(FOUNDED_YEAR).matches("[0-9]{4}") ? Integer.valueOf(at(FOUNDED_YEAR)) : null;
    }

    // People leave "https://" out; a scheme other than the two of the web would be a trap for who follows the link.
    private Optional<String> website() {
        var text = at(WEBSITE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = new URI(text.contains("://") ? text : "https://" + text);
            var host = address.getHost();
            var web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && host != null && host.contains(".") && address.getUserInfo() == null
                    ? Optional.of(address.toString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> choice(Class<E> type, OrganisationField field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equals(at(field)))
                .findFirst();
    }
}
