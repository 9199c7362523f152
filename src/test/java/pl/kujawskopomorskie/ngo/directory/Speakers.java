package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Asking;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation.Decision;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors.Keeping;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;

/** People who speak for an organisation, each by the way that the portal has for it. */
@Singleton
public class Speakers {

    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final KeepingEditors editors;
    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final Representations representations;
    private final OrganisationRows rows;
    private final People people;
    private final Mailbox mailbox;
    private final DataSource dataSource;

    Speakers(
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            KeepingEditors editors,
            SavingOrganisation saving,
            Organisations organisations,
            Representations representations,
            OrganisationRows rows,
            People people,
            Mailbox mailbox,
            DataSource dataSource) {
        this.asking = asking;
        this.deciding = deciding;
        this.editors = editors;
        this.saving = saving;
        this.organisations = organisations;
        this.representations = representations;
        this.rows = rows;
        this.people = people;
        this.mailbox = mailbox;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** A new person who represents an organisation. */
    public Actor representative(Organisation organisation) {
        var person = people.named("Renata Reprezentująca");
        represent(organisation, person);
        return person;
    }

    /** Makes a person represent an organisation. */
    public void represent(Organisation organisation, Actor person) {
        var id = ask(organisation, person);
        assertThat(deciding.decide(organisation.slug(), id, true, "", rows.clerk()))
                .isInstanceOf(Decision.Done.class);
    }

    /** Makes a person ask to represent an organisation; the key of the request. */
    public long ask(Organisation organisation, Actor person) {
        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Jestem w zarządzie, patrz KRS.", person))
                .isInstanceOf(Asking.Done.class);
        return representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();
    }

    /** A new person whom a representative made an editor. */
    public Actor editor(Organisation organisation, Actor head) {
        var person = people.named("Edward Redagujący");
        assertThat(editors.accept(invited(organisation, head, person), person)).isInstanceOf(Keeping.Done.class);
        return person;
    }

    /** The token of an invitation of a person by a representative. */
    public String invited(Organisation organisation, Actor head, Actor person) {
        assertThat(editors.invite(organisation.slug(), person.email(), head)).isInstanceOf(Keeping.Done.class);
        var link = mailbox.last(person.email()).link();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Key of the right that a person holds in an organisation. */
    public long right(Organisation organisation, Actor person) {
        return representations
                .held(organisation.key(), person.personId())
                .orElseThrow()
                .key();
    }

    /** What the audit log tells of an organisation, in order: action and detail. */
    public List<String> log(Organisation organisation) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT CONCAT(action, ' ', detail) FROM audit_log"
                        + " WHERE subject_kind = 'organisation' AND subject_ref = ? ORDER BY id")) {
            query.setString(1, organisation.slug());
            var told = new ArrayList<String>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    told.add(found.getString(1));
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds an organisation, as somebody who changes it does, until the work is done. */
    @Transactional
    public void holding(Organisation organisation, Runnable work) {
        organisations.countChange();
        assertThat(organisations.lock(organisation.key())).isPresent();
        work.run();
    }

    /** The organisation, struck off its register by the office. */
    public Organisation struckOff(Organisation organisation) {
        var now = organisations.findById(organisation.key()).orElseThrow();
        var entry = now.facts(saving.spheres(now)).entry().with(OrganisationField.STATE, "STRUCK_OFF");
        return OrganisationRows.done(saving.change(now.slug(), now.revision(), entry, rows.clerk()));
    }
}
