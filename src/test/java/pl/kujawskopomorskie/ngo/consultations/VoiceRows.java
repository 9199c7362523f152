package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Voice;

/** People who speak for organisations, without the steps that lead there. */
@Singleton
public final class VoiceRows {

    private final ConsultationRows rows;

    VoiceRows(ConsultationRows rows) {
        this.rows = rows;
    }

    /** Makes a person a representative. */
    public Voice representative(Actor person, Organisation organisation) {
        return voice(person, organisation, Representation.Kind.REPRESENTATIVE);
    }

    /** Makes a person an editor. */
    public Voice editor(Actor person, Organisation organisation) {
        return voice(person, organisation, Representation.Kind.EDITOR);
    }

    /** Ends what a person may do for an organisation. */
    public void end(Actor person, Organisation organisation) {
        rows.insert(
                "UPDATE representation SET ended_at = '2026-11-20 10:00:00' WHERE person_id = ? AND organisation_id = ?",
                person.personId(),
                organisation.key());
    }

    private Voice voice(Actor person, Organisation organisation, Representation.Kind kind) {
        rows.insert(
                "INSERT INTO representation (organisation_id, person_id, kind, basis, statement, asked_at, decided_at,"
                        + " accepted, reason, revision) VALUES (?, ?, ?, 'STATUTORY', '', '2026-11-01 08:00:00',"
                        + " '2026-11-02 08:00:00', TRUE, '', 0)",
                organisation.key(),
                person.personId(),
                kind.name());
        return new Voice(organisation.key(), organisation.slug(), organisation.name(), kind);
    }
}
