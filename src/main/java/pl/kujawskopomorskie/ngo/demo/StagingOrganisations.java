package pl.kujawskopomorskie.ngo.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.directory.ChangeSource;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
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

    @Transactional(Transactional.TxType.MANDATORY)
    void stage(Instant now) {
        for (var line : lines()) {
            var entry = entry(line);
            var errors = entry.check(OfficeTime.day(now).getYear());
            if (errors.any()) {
                throw new IllegalStateException(line.getField("NAME") + ": " + errors);
            }
            var saved = saving.begin(entry.facts(), now, ChangeSource.IMPORT, null);
            rows.organisationConfirmed(
                    saved.key(), now.minus(Duration.ofDays(Long.parseLong(line.getField("confirmedDaysAgo")))));
        }
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
