package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/** Organisations of the directory, for a form in which one of them may be chosen. */
@Singleton
public class OrganisationChoices {

    private static final int FOUND = 8;

    private final OrganisationCatalogue catalogue;
    private final Organisations organisations;

    OrganisationChoices(OrganisationCatalogue catalogue, Organisations organisations) {
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    /**
     * What a form offers to choose from.
     *
     * @param words typed, by which to look
     * @param chosen slug of the one that was chosen before, or empty
     * @param look whether to look at all; otherwise only what was chosen is offered again
     */
    public Offer offer(String words, String chosen, boolean look) {
        var found = look ? found(words) : List.<Organisation>of();
        var choices = new ArrayList<Choice>();
        listed(chosen).ifPresent(organisation -> choices.add(choice(organisation)));
        found.stream().filter(each -> !each.slug().equals(chosen)).forEach(each -> choices.add(choice(each)));
        // One that fits alone is most likely meant; the person sees it chosen and may choose none.
        return new Offer(choices, found.size() == 1 ? found.getFirst().slug() : chosen, look && found.isEmpty());
    }

    private static Choice choice(Organisation organisation) {
        return Choice.named(organisation.slug(), organisation.name() + ", " + organisation.town());
    }

    /**
     * Organisations to choose from.
     *
     * @param organisations the one chosen before first; the value of each is its slug
     * @param chosen slug of the one to be shown as chosen, or empty for none
     * @param inVain whether the directory was searched and has nothing
     */
    public record Offer(List<Choice> organisations, String chosen, boolean inVain) {

        public Offer {
            organisations = List.copyOf(organisations);
        }

        /** The same, with the choice of none of them first. */
        public List<Choice> choices(String noneKey) {
            var all = new ArrayList<Choice>();
            all.add(Choice.keyed("", noneKey));
            all.addAll(organisations);
            return all;
        }
    }

    /** The few that fit best what was typed: of a name, a town or an identifier. None for nothing. */
    private List<Organisation> found(String words) {
        return words.isBlank()
                ? List.of()
                : catalogue
                        .find(new OrganisationFilter(
                                words, Set.of(), Set.of(), Set.of(), Set.of(), Order.RELEVANCE, 1, FOUND))
                        .rows();
    }

    /** The one of a slug, if everybody sees it. */
    public Optional<Organisation> listed(String slug) {
        return organisations.findBySlug(slug).filter(Organisation::listed);
    }
}
