package pl.kujawskopomorskie.ngo.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.directory.ChangeSource;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Puts the organisations of {@code organisations.csv} into the directory. */
@Singleton
class StagingOrganisations {

    private final DemoContent content;
    private final SavingOrganisation saving;
    private final PastRows.Attached rows;

    StagingOrganisations(DemoContent content, SavingOrganisation saving, PastRows.Attached rows) {
        this.content = content;
        this.saving = saving;
        this.rows = rows;
    }

    /** Enters them; each by its slug. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Organisation> stage(Instant now) {
        Map<String, Organisation> entered = new HashMap<>();
        for (var line : lines()) {
            var saved = saving.begin(facts(entry(line), now), now, ChangeSource.IMPORT, null);
            rows.organisationConfirmed(
                    saved.key(), now.minus(Duration.ofDays(Long.parseLong(line.getField("confirmedDaysAgo")))));
            entered.put(saved.slug(), saved);
        }
        return entered;
    }

    /** What is known of an organisation that the files tell of, by the rules of the directory. */
    static OrganisationFacts facts(OrganisationEntry entry, Instant now) {
        var errors = entry.check(OfficeTime.day(now).getYear());
        if (errors.any()) {
            throw new IllegalStateException(entry.at(OrganisationField.NAME) + ": " + errors);
        }
        return entry.facts();
    }

    private List<NamedCsvRecord> lines() {
        return CsvReader.builder().ofNamedCsvRecord(new StringReader(content.organisations())).stream()
                .toList();
    }

    private static OrganisationEntry entry(NamedCsvRecord line) {
        Map<OrganisationField, String> typed = new EnumMap<>(OrganisationField.class);
        for (var field : OrganisationField.values()) {
            line.findField(field.name()).ifPresent(text -> typed.put(field, text));
        }
        return new OrganisationEntry(typed);
    }
}
