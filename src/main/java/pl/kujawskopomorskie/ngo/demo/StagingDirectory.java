package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ChangeSource;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;

/** Writes who proposed organisations, who speaks for whom since when, and what the court register says otherwise. */
@Singleton
class StagingDirectory {

    // After one another, so that of one day the decision is later than the question.
    private static final LocalTime ASKED = LocalTime.of(8, 0);
    private static final LocalTime DECIDED = LocalTime.of(11, 0);
    private static final LocalTime ENDED = LocalTime.of(14, 0);
    private static final LocalTime COMPARED = LocalTime.of(2, 10);

    private final SavingOrganisation saving;
    private final Representations representations;
    private final RegisterDifferences differences;
    private final PastRows.Attached rows;

    StagingDirectory(
            SavingOrganisation saving,
            Representations representations,
            RegisterDifferences differences,
            PastRows.Attached rows) {
        this.saving = saving;
        this.representations = representations;
        this.differences = differences;
        this.rows = rows;
    }

    /** Writes it; the cast as it is then, with the organisations that were proposed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Cast stage(DirectoryStory story, Cast before, DemoCalendar calendar) {
        var cast = before.with(withProposals(story, before, calendar));
        for (var told : story.representations()) {
            representations.save(row(told, cast, calendar));
        }
        for (var told : story.registerSays()) {
            var organisation = cast.organisation(told.organisation());
            var at = calendar.past(calendar.day(told.inDays()), COMPARED);
            differences.propose(organisation.key(), told.field(), told.value(), at);
            differences.compared(organisation.key(), at);
        }
        return cast;
    }

    private Map<String, Organisation> withProposals(DirectoryStory story, Cast cast, DemoCalendar calendar) {
        var all = new HashMap<>(cast.organisations());
        for (var told : story.proposals()) {
            Map<OrganisationField, String> typed = new EnumMap<>(OrganisationField.class);
            told.fields().forEach((field, text) -> typed.put(OrganisationField.valueOf(field), text));
            var proposed = saving.begin(
                    StagingOrganisations.facts(new OrganisationEntry(typed), calendar.now()),
                    null,
                    ChangeSource.OFFICE,
                    cast.person(told.person()).id());
            rows.organisationProposed(proposed.key(), calendar.past(calendar.day(told.inDays()), ASKED));
            all.put(proposed.slug(), proposed);
        }
        return all;
    }

    private static Representation row(DirectoryStory.Speaking told, Cast cast, DemoCalendar calendar) {
        var person = cast.person(told.person()).id();
        var addedBy = cast.personKey(told.addedBy());
        var decidedAt = moment(calendar, told.decidedInDays(), DECIDED);
        var endedAt = moment(calendar, told.endedInDays(), ENDED);
        return new Representation(
                null,
                cast.organisation(told.organisation()).key(),
                person,
                told.kind(),
                told.basis(),
                told.statement(),
                null,
                calendar.past(calendar.day(told.askedInDays()), addedBy == null ? ASKED : DECIDED),
                addedBy == null ? person : addedBy,
                decidedAt,
                decidedAt == null ? null : addedBy == null ? Long.valueOf(cast.clerk()) : addedBy,
                told.accepted(),
                told.reason(),
                endedAt,
                endedAt == null ? null : person,
                0);
    }

    private static @Nullable Instant moment(DemoCalendar calendar, @Nullable Integer inDays, LocalTime time) {
        return inDays == null ? null : calendar.past(calendar.day(inDays), time);
    }
}
