package pl.kujawskopomorskie.ngo.directory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with an organisation. Every use case and every page of the module asks here. */
public final class OrganisationPolicy {

    // What tells an organisation from others, and what an authority grants: the office keeps it true.
    private static final Set<OrganisationField> KEPT_BY_THE_OFFICE = Collections.unmodifiableSet(EnumSet.of(
            OrganisationField.NAME,
            OrganisationField.LEGAL_FORM,
            OrganisationField.STATE,
            OrganisationField.KRS,
            OrganisationField.NIP,
            OrganisationField.REGON,
            OrganisationField.PUBLIC_BENEFIT,
            OrganisationField.TAX_KRS,
            OrganisationField.SOCIAL_ECONOMY));

    // The link that confirms the data goes to the contact address, and editors do not confirm.
    private static final Set<OrganisationField> KEPT_FROM_EDITORS = withContactEmail();

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

    /** Clerks change any entry, those who speak for an organisation its own, as long as anybody does. */
    public static boolean mayChange(@Nullable Actor actor, Organisation organisation, @Nullable Representation held) {
        return mayRun(actor) || speaksFor(actor, held) && !nobodySpeaksForWhatIsStruckOff(organisation);
    }

    /** Fields that are not the actor's to change, even where they change others: only clerks change them all. */
    public static Set<OrganisationField> fixedFor(@Nullable Actor actor, @Nullable Representation held) {
        if (mayRun(actor)) {
            return Set.of();
        }
        return onlyRepresentativesSpeakForAnOrganisation(actor, held) ? KEPT_BY_THE_OFFICE : KEPT_FROM_EDITORS;
    }

    /** The office and those who represent an organisation say that its data are true. */
    public static boolean mayConfirm(@Nullable Actor actor, Organisation organisation, @Nullable Representation held) {
        return mayRun(actor)
                || onlyRepresentativesSpeakForAnOrganisation(actor, held)
                        && !nobodySpeaksForWhatIsStruckOff(organisation);
    }

    /** An organisation that is in no register any more has nobody to speak for it, and gets nobody. */
    public static boolean nobodySpeaksForWhatIsStruckOff(Organisation organisation) {
        return organisation.state() == OrganisationState.STRUCK_OFF;
    }

    /**
     * Whether somebody who sees an organisation may ask to represent it.
     *
     * @param refused whether the office did not take it in
     * @param held what the person holds in it, or null
     * @param asked what the person asked for already, or null
     */
    public static boolean mayAskToRepresent(
            Organisation organisation, boolean refused, @Nullable Representation held, @Nullable Representation asked) {
        return !refused
                && organisation.mergedInto() == null
                && !nobodySpeaksForWhatIsStruckOff(organisation)
                && asked == null
                && (held == null || held.kind() != Representation.Kind.REPRESENTATIVE);
    }

    /** Clerks decide who speaks for whom, but never whether they do. */
    public static boolean mayDecideAbout(@Nullable Actor actor, long personId) {
        return actor != null && mayRun(actor) && actor.personId() != personId;
    }

    /** What somebody wrote when asking, and who asked in vain or waits, is between them and the office. */
    public static boolean maySeeRequests(@Nullable Actor actor) {
        return mayLookIntoTheOffice(actor);
    }

    /** The office and representatives see the addresses of those who speak for the organisation; editors see names. */
    public static boolean maySeeAddresses(@Nullable Actor actor, @Nullable Representation held) {
        return mayLookIntoTheOffice(actor) || onlyRepresentativesSpeakForAnOrganisation(actor, held);
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

    private static Set<OrganisationField> withContactEmail() {
        var fields = EnumSet.of(OrganisationField.CONTACT_EMAIL);
        fields.addAll(KEPT_BY_THE_OFFICE);
        return Collections.unmodifiableSet(fields);
    }
}
