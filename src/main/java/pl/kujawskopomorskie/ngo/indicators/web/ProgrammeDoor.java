package pl.kujawskopomorskie.ngo.indicators.web;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** The home page's door to the programme: the current year's number of every indicator that is measured. */
@Singleton
final class ProgrammeDoor implements HomeDoor {

    /** After the doors of what a person can take part in. */
    private static final int LAST = 900;

    private final ProgrammeInNumbers numbers;

    ProgrammeDoor(ProgrammeInNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public Door door(@Nullable SignedIn person) {
        var facts = numbers.all().entrySet().stream()
                .map(entry -> {
                    var current = YearValue.all(entry.getValue()).getLast();
                    return new Fact(
                            numbers.programme()
                                    .action(entry.getKey())
                                    .orElseThrow()
                                    .name(),
                            "/program/wskazniki/" + entry.getKey() + "?rok=" + current.year(),
                            "indicators.door.number",
                            false,
                            current.value(),
                            current.year());
                })
                .toList();
        return new Door(
                "indicators.door.title",
                "indicators.door.lead",
                "/program",
                "indicators.door.more",
                facts,
                "indicators.door.none");
    }
}
