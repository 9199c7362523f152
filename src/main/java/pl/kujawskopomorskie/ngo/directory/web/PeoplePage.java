package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.EditorInvitation;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representation.Basis;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.directory.Representations.Holder;
import pl.kujawskopomorskie.ngo.directory.Representations.Representative;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Who speaks for an organisation, as far as the reader may know.
 *
 * @param organisation which
 * @param people who do; for the office also those who asked to
 * @param invitations that wait, for those who may take them back
 * @param mayInvite whether the reader invites editors
 * @param email that was typed to invite
 * @param errors what is wrong
 * @param refused key of the request whose reason was typed, or 0
 * @param reason that was typed for it
 */
record PeoplePage(
        Organisation organisation,
        List<Person> people,
        List<EditorInvitation> invitations,
        boolean mayInvite,
        String email,
        FormErrors errors,
        long refused,
        String reason) {

    /** This page with the reason that was typed for a request. */
    PeoplePage refusing(long id, String typed) {
        return new PeoplePage(organisation, people, invitations, mayInvite, email, errors, id, typed);
    }

    /** The words in the field for a request's reason. */
    public String reasonFor(Person person) {
        return person.id() == refused ? reason : "";
    }

    /**
     * Somebody on the page, with no more than the reader may know.
     *
     * @param id key of the representation
     * @param displayName the person's name
     * @param kind what they do for the organisation
     * @param basis on what grounds, null where it is not the reader's to know
     * @param email their address, null likewise
     * @param statement what they said when asking; empty likewise
     * @param fileName name of the paper they sent, null likewise or for none
     * @param waits whether the office has yet to decide
     * @param mayDecide whether the reader decides
     * @param mayEnd whether the reader may end their right; the use case asks again
     */
    record Person(
            long id,
            String displayName,
            Kind kind,
            @Nullable Basis basis,
            @Nullable String email,
            String statement,
            @Nullable String fileName,
            boolean waits,
            boolean mayDecide,
            boolean mayEnd) {

        /** As the office sees them. */
        static Person forOffice(Representative person, Actor reader) {
            var waits = person.accepted() == null;
            return new Person(
                    person.id(),
                    person.displayName(),
                    person.kind(),
                    person.basis(),
                    person.email(),
                    person.statement(),
                    person.fileName(),
                    waits,
                    waits && OrganisationPolicy.mayDecideAbout(reader, person.personId()),
                    !waits && (OrganisationPolicy.mayRun(reader) || person.personId() == reader.personId()));
        }

        /** As those who speak for the organisation with them see them. */
        static Person forOrganisation(Holder person, Actor reader, @Nullable Representation held) {
            var own = person.personId() == reader.personId();
            var addresses = own || OrganisationPolicy.maySeeAddresses(reader, held);
            return new Person(
                    person.id(),
                    person.displayName(),
                    person.kind(),
                    addresses ? person.basis() : null,
                    addresses ? person.email() : null,
                    "",
                    null,
                    false,
                    false,
                    own
                            || person.kind() == Kind.EDITOR
                                    && OrganisationPolicy.onlyRepresentativesSpeakForAnOrganisation(reader, held));
        }
    }
}
