package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.EditorInvitation;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representations.Representative;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Who speaks for an organisation.
 *
 * @param organisation which
 * @param people who do, or asked to
 * @param invitations that wait
 * @param mayDecide whether the reader decides on requests
 * @param mayInvite whether the reader invites editors
 * @param reader key of the person who reads
 * @param email that was typed to invite
 * @param errors what is wrong
 * @param refused key of the request whose reason was typed, or 0
 * @param reason that was typed for it
 */
record PeoplePage(
        Organisation organisation,
        List<Representative> people,
        List<EditorInvitation> invitations,
        boolean mayDecide,
        boolean mayInvite,
        long reader,
        String email,
        FormErrors errors,
        long refused,
        String reason) {

    /** This page with the reason that was typed for a request. */
    PeoplePage refusing(long id, String typed) {
        return new PeoplePage(
                organisation, people, invitations, mayDecide, mayInvite, reader, email, errors, id, typed);
    }

    /** The words in the field for a request's reason. */
    public String reasonFor(Representative person) {
        return person.id() == refused ? reason : "";
    }

    /** Whether the reader may end somebody's right; the use case asks again. */
    public boolean mayEnd(Representative person) {
        return Boolean.TRUE.equals(person.accepted())
                && (mayDecide
                        || person.personId() == reader
                        || mayInvite && person.kind() == Representation.Kind.EDITOR);
    }
}
