package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ActivityArea;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.LegalForm;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationState;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.directory.SizeRange;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of an organisation's data.
 *
 * @param action where it is sent
 * @param back where to go without saving
 * @param titleKey key of its headline
 * @param leadKey key of the sentence under it
 * @param entry what stands in it
 * @param fixed fields that are only shown, because they are not the reader's to change
 * @param officeEmail where to ask for a change of those
 * @param revision of the organisation when it was opened
 * @param errors what is wrong
 * @param theirs what somebody else saved meanwhile, or null
 */
record OrganisationDataPage(
        String action,
        String back,
        String titleKey,
        String leadKey,
        OrganisationEntry entry,
        Set<OrganisationField> fixed,
        String officeEmail,
        int revision,
        FormErrors errors,
        @Nullable OrganisationEntry theirs) {

    /** The words of a field, by its form name. */
    public String at(String formName) {
        return entry.at(field(formName));
    }

    /** Whether a field is the reader's to change, by its form name. */
    public boolean writes(String formName) {
        return !fixed.contains(field(formName));
    }

    /** What is only shown, in the order of the form. */
    public List<Shown> shown() {
        return Arrays.stream(OrganisationField.values())
                .filter(fixed::contains)
                .map(field -> new Shown(field, FactWords.of(field, entry.at(field))))
                .toList();
    }

    /** Whether a box is ticked. */
    public boolean yes(String formName) {
        return at(formName).equals("true");
    }

    /** Fields in which what somebody else saved differs from what stands here. */
    public List<Difference> differences() {
        return theirs == null
                ? List.of()
                : Arrays.stream(OrganisationField.values())
                        .filter(field -> !theirs.at(field).equals(entry.at(field)))
                        .map(field -> new Difference(
                                field, FactWords.of(field, theirs.at(field)), FactWords.of(field, entry.at(field))))
                        .toList();
    }

    public List<Choice> legalForms() {
        return keyed(LegalForm.values(), "directory.legalForm.");
    }

    public List<Choice> states() {
        return keyed(OrganisationState.values(), "directory.state.");
    }

    public List<Choice> areas() {
        return keyed(ActivityArea.values(), "directory.area.");
    }

    public List<Choice> sizes() {
        return keyed(SizeRange.values(), "directory.size.");
    }

    /** The counties of the voivodeship; one elsewhere that is chosen already stays to be chosen. */
    public List<Choice> counties() {
        var chosen = entry.at(OrganisationField.COUNTY);
        var elsewhere = chosen.isEmpty() || County.of(chosen).isPresent()
                ? Stream.<Choice>empty()
                : Stream.of(Choice.named(chosen, chosen));
        return Stream.concat(
                        County.all().stream().map(county -> Choice.named(county.teryt(), county.fullName())), elsewhere)
                .toList();
    }

    /** All spheres, with those that are ticked. */
    public List<Box> spheres() {
        var chosen = List.of(entry.at(OrganisationField.SPHERES).split("[,;\\s]+"));
        return PublicTaskSphere.all().stream()
                .map(sphere -> new Box(sphere.point(), sphere.name(), chosen.contains(sphere.point())))
                .toList();
    }

    private static OrganisationField field(String formName) {
        return Arrays.stream(OrganisationField.values())
                .filter(field -> field.formName().equals(formName))
                .findFirst()
                .orElseThrow();
    }

    private static <E extends Enum<E>> List<Choice> keyed(E[] values, String prefix) {
        Function<E, Choice> choice = value -> Choice.keyed(value.name(), prefix + value.name());
        return Arrays.stream(values).map(choice).toList();
    }

    /**
     * A field that is only shown.
     *
     * @param field which
     * @param words what is kept in it
     */
    record Shown(OrganisationField field, FactWords words) {}

    /**
     * A field that two people changed differently.
     *
     * @param field which
     * @param theirs what is saved
     * @param mine what was typed here
     */
    record Difference(OrganisationField field, FactWords theirs, FactWords mine) {}

    /**
     * A sphere to tick.
     *
     * @param value its point
     * @param text its name
     * @param ticked whether it is
     */
    record Box(String value, String text, boolean ticked) {}
}
