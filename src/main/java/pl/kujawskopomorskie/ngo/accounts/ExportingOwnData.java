package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;

/** All that the portal keeps of a person, for that person (GDPR, articles 15 and 20). */
@Singleton
public class ExportingOwnData {

    private final List<PersonalData> parts;
    private final AuditLog audit;

    ExportingOwnData(List<PersonalData> parts, AuditLog audit) {
        this.parts = parts.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
        this.audit = audit;
    }

    /** The data by module, as they are to stand in JSON. */
    @Transactional
    public Map<String, Object> export(Actor actor) {
        var data = new LinkedHashMap<String, Object>();
        for (var part : parts) {
            data.put(part.section(), part.exported(actor.personId()));
        }
        audit.record(actor.personId(), "OWN_DATA_EXPORTED", "person", Long.toString(actor.personId()), "");
        return data;
    }
}
