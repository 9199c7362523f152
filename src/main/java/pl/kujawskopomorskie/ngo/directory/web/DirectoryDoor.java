package pl.kujawskopomorskie.ngo.directory.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.Doubles;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** The door to the directory: a search box, and how many organisations it looks through. */
@Singleton
final class DirectoryDoor implements HomeDoor {

    private final Organisations organisations;
    private final Representations representations;
    private final RegisterDifferences differences;
    private final Doubles doubles;

    DirectoryDoor(
            Organisations organisations,
            Representations representations,
            RegisterDifferences differences,
            Doubles doubles) {
        this.organisations = organisations;
        this.representations = representations;
        this.differences = differences;
        this.doubles = doubles;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Door door(@Nullable SignedIn person) {
        return new Door(
                "directory.door.title",
                "directory.door.lead",
                "/organizacje",
                "directory.door.more",
                List.of(new Fact("", "/organizacje", "directory.door.count", false, organisations.countListed())),
                "directory.none",
                new Search("/organizacje", DirectoryQuery.WORDS, "directory.words", "directory.show"));
    }

    @Override
    public List<Fact> waitingFor(SignedIn person) {
        if (!person.roleNames().contains("CLERK")) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        add(facts, "/biuro/organizacje", "directory.waiting.requests", representations.countWaiting());
        add(facts, "/biuro/organizacje", "directory.waiting.proposals", organisations.countProposals());
        add(facts, "/biuro/organizacje/krs", "directory.waiting.register", differences.countWaiting());
        add(facts, "/biuro/organizacje/podobne", "directory.waiting.doubles", doubles.countWaiting());
        return facts;
    }

    private static void add(List<Fact> facts, String link, String noteKey, long many) {
        if (many > 0) {
            facts.add(new Fact("", link, noteKey, false, many));
        }
    }
}
