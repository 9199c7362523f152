package pl.kujawskopomorskie.ngo.directory;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with an organisation. Every use case and every page of the module asks here. */
public final class OrganisationPolicy {

    private OrganisationPolicy() {}

    /** What is listed is everybody's; a proposal is the office's and its proposer's. */
    public static boolean maySee(@Nullable Actor actor, Organisation organisation) {
        return organisation.listed()
                || mayLookIntoTheOffice(actor)
                || actor != null && organisation.proposedBy() != null && organisation.proposedBy() == actor.personId();
    }

    /** Clerks and auditors see what is not public: proposals, contacts, who represents whom. */
    public static boolean mayLookIntoTheOffice(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.AUDITOR));
    }

    /** Only clerks take organisations in, import, merge, and decide who speaks for whom. */
    public static boolean mayRun(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }

    /** Clerks change any entry, those who speak for an organisation its own. */
    public static boolean mayChange(@Nullable Actor actor, @Nullable Representation held) {
        return mayRun(actor) || speaksFor(actor, held);
    }

    /** The office and those who represent an organisation say that its data are true. */
    public static boolean mayConfirm(@Nullable Actor actor, @Nullable Representation held) {
        return mayRun(actor) || onlyRepresentativesSpeakForAnOrganisation(actor, held);
    }

    /** Editors and representatives write in its name. */
    public static boolean speaksFor(@Nullable Actor actor, @Nullable Representation held) {
        return actor != null && held != null && held.holds() && held.personId() == actor.personId();
    }

    /** Only representatives submit in its name, and say who its editors are. */
    public static boolean onlyRepresentativesSpeakForAnOrganisation(
            @Nullable Actor actor, @Nullable Representation held) {
        return speaksFor(actor, held) && held != null && held.kind() == Representation.Kind.REPRESENTATIVE;
    }
}
