package pl.kujawskopomorskie.ngo.events.teams;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk keeps the register of teams: writes a team down, changes it, says who is in it and at which events it met. A team or a
 * membership ends by its last day; it is only deleted when it was written down by mistake, with a reason.
 */
@Singleton
public class KeepingTeams {

    /** Most members of a team, so that its page stays one page. */
    public static final int MOST_MEMBERS = 200;

    private static final int LONGEST_SLUG = 70;
    private static final int LONGEST_REASON = 1_000;

    // Words that stand in our own addresses where the name of a team would.
    private static final Set<String> OWN_WORDS = Set.of("nowy");

    private final Teams teams;
    private final TeamMembers members;
    private final Events events;
    private final OrganisationChoices organisations;
    private final AuditLog audit;
    private final Clock clock;

    KeepingTeams(
            Teams teams,
            TeamMembers members,
            Events events,
            OrganisationChoices organisations,
            AuditLog audit,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.events = events;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token for a form that writes something down. */
    public static String newFormToken() {
        return UUID.randomUUID().toString();
    }

    /** Writes a team down, once, however often the form is sent. It gets its address from its name, for good. */
    public TeamChange begin(TeamEntry entry, String formToken, Actor actor) {
        return Races.run(() -> beginOnce(entry, formToken, actor));
    }

    /** One try. */
    @Transactional
    protected TeamChange beginOnce(TeamEntry entry, String formToken, Actor actor) {
        if (!TeamPolicy.mayKeep(actor)) {
            return new TeamChange.Forbidden();
        }
        var sent = teams.findByFormToken(formToken).orElse(null);
        if (sent != null) {
            return new TeamChange.Done(sent);
        }
        var errors = entry.check();
        if (errors.any()) {
            return new TeamChange.Invalid(errors);
        }
        var team = teams.save(
                entry.begun(freeSlug(entry.name()), token(formToken), actor.personId(), OfficeTime.now(clock)));
        audit.record(actor.personId(), "TEAM_BEGUN", "team", team.slug(), team.name());
        return new TeamChange.Done(team);
    }

    /**
     * Changes what is stated of a team.
     *
     * @param revision of the team when the clerk opened the form
     */
    @Transactional
    public TeamChange change(String slug, int revision, TeamEntry entry, Actor actor) {
        return locked(slug, actor, old -> {
            var errors = entry.check();
            if (errors.any()) {
                return new TeamChange.Invalid(errors);
            }
            if (old.revision() != revision) {
                return new TeamChange.Stale();
            }
            var fields = entry.changed(old);
            if (fields.isEmpty()) {
                return new TeamChange.Done(old);
            }
            var changed = teams.update(entry.over(old, OfficeTime.now(clock)));
            audit.record(
                    actor.personId(), "TEAM_CHANGED", "team", slug, String.join(", ", fields) + ": " + changed.name());
            return new TeamChange.Done(changed);
        });
    }

    /** Deletes a team that was written down by mistake, with its members and links. */
    @Transactional
    public TeamChange discard(String slug, String reason, Actor actor) {
        return locked(slug, actor, team -> {
            var errors = reason(reason);
            if (errors.any()) {
                return new TeamChange.Invalid(errors);
            }
            teams.deleteMeetings(team.key());
            members.deleteAll(team.key());
            teams.delete(team.key());
            audit.record(actor.personId(), "TEAM_DISCARDED", "team", slug, team.name() + ": " + reason);
            return new TeamChange.Done(team);
        });
    }

    /** Adds a member, once, however often the form is sent. */
    public TeamChange addMember(String slug, MemberEntry entry, String formToken, Actor actor) {
        return Races.run(() -> addMemberOnce(slug, entry, formToken, actor));
    }

    /** One try. */
    @Transactional
    protected TeamChange addMemberOnce(String slug, MemberEntry entry, String formToken, Actor actor) {
        return locked(slug, actor, team -> {
            if (members.findByFormToken(formToken)
                    .filter(sent -> sent.teamId() == team.key())
                    .isPresent()) {
                return new TeamChange.Done(team);
            }
            var errors = entry.check(team, null)
                    .unless(
                            members.count(team.key()) < MOST_MEMBERS,
                            FormErrors.WHOLE_FORM,
                            "events.member.tooMany",
                            MOST_MEMBERS);
            if (errors.any()) {
                return new TeamChange.Invalid(errors);
            }
            var organisation = organisation(entry);
            members.save(entry.of(team.key(), token(formToken), null, body(entry, organisation), key(organisation)));
            teams.touch(team.key(), OfficeTime.now(clock));
            audit.record(actor.personId(), "TEAM_MEMBER_ADDED", "team", slug, sector(entry) + ": " + entry.role());
            return new TeamChange.Done(team);
        });
    }

    /**
     * Changes what is stated of a member.
     *
     * @param id key of the member
     * @param revision of the member when the clerk opened the form
     */
    @Transactional
    public TeamChange changeMember(String slug, long id, int revision, MemberEntry entry, Actor actor) {
        return locked(slug, actor, team -> {
            var old = members.findByIdAndTeamId(id, team.key()).orElse(null);
            if (old == null) {
                return new TeamChange.NotFound();
            }
            var errors = entry.check(team, old);
            if (errors.any()) {
                return new TeamChange.Invalid(errors);
            }
            if (old.revision() != revision) {
                return new TeamChange.Stale();
            }
            var organisation = organisation(entry);
            var changed = entry.of(
                    team.key(),
                    "",
                    old,
                    body(entry, organisation),
                    organisation == null ? kept(old, entry) : key(organisation));
            var fields = MemberEntry.changed(old, changed);
            if (!fields.isEmpty()) {
                members.update(changed);
                teams.touch(team.key(), OfficeTime.now(clock));
                audit.record(
                        actor.personId(),
                        "TEAM_MEMBER_CHANGED",
                        "team",
                        slug,
                        String.join(", ", fields) + ": " + changed.role());
            }
            return new TeamChange.Done(team);
        });
    }

    /** Deletes a member who was written down by mistake; one who left has a last day instead. */
    @Transactional
    public TeamChange removeMember(String slug, long id, String reason, Actor actor) {
        return locked(slug, actor, team -> {
            var member = members.findByIdAndTeamId(id, team.key()).orElse(null);
            if (member == null) {
                return new TeamChange.NotFound();
            }
            var errors = reason(reason);
            if (errors.any()) {
                return new TeamChange.Invalid(errors);
            }
            members.delete(id, team.key());
            teams.touch(team.key(), OfficeTime.now(clock));
            audit.record(
                    actor.personId(),
                    "TEAM_MEMBER_REMOVED",
                    "team",
                    slug,
                    member.sector().name() + ": " + reason);
            return new TeamChange.Done(team);
        });
    }

    /** Notes that the team met at an event, which may still be prepared. */
    @Transactional
    public TeamChange linkMeeting(String slug, String event, Actor actor) {
        return locked(slug, actor, team -> {
            var found = events.findBySlug(event).map(Event::key).orElse(null);
            if (found == null) {
                return new TeamChange.Invalid(FormErrors.of("event", "events.team.meeting.missing"));
            }
            if (teams.addMeeting(team.key(), found) > 0) {
                teams.touch(team.key(), OfficeTime.now(clock));
                audit.record(actor.personId(), "TEAM_MEETING_LINKED", "team", slug, event);
            }
            return new TeamChange.Done(team);
        });
    }

    /** Takes such a note back. */
    @Transactional
    public TeamChange unlinkMeeting(String slug, String event, Actor actor) {
        return locked(slug, actor, team -> {
            var found = events.findBySlug(event).map(Event::key).orElse(null);
            if (found != null && teams.removeMeeting(team.key(), found) > 0) {
                teams.touch(team.key(), OfficeTime.now(clock));
                audit.record(actor.personId(), "TEAM_MEETING_UNLINKED", "team", slug, event);
            }
            return new TeamChange.Done(team);
        });
    }

    private TeamChange locked(String slug, Actor actor, Function<Team, TeamChange> change) {
        if (!TeamPolicy.mayKeep(actor)) {
            return new TeamChange.Forbidden();
        }
        return teams.lock(slug).map(change).orElseGet(TeamChange.NotFound::new);
    }

    private static FormErrors reason(String reason) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), "discardReason", "events.registry.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, "discardReason", "forms.tooLong", LONGEST_REASON);
    }

    private @Nullable Organisation organisation(MemberEntry entry) {
        return entry.organisation().isEmpty()
                ? null
                : organisations.listed(entry.organisation()).orElse(null);
    }

    private static String body(MemberEntry entry, @Nullable Organisation organisation) {
        return entry.body().isEmpty() && organisation != null ? organisation.name() : entry.body();
    }

    private static @Nullable Long key(@Nullable Organisation organisation) {
        return organisation == null ? null : organisation.key();
    }

    // The form cannot show an organisation that left the directory; until the clerk names another one, the member
    // represents that one.
    private @Nullable Long kept(TeamMember old, MemberEntry entry) {
        var organisationId = old.organisationId();
        return organisationId != null && entry.body().equals(old.body()) && !members.listed(organisationId)
                ? organisationId
                : null;
    }

    private static String sector(MemberEntry entry) {
        return entry.sector() == null ? "" : entry.sector().name();
    }

    private static String token(String sent) {
        return sent.matches("[0-9a-f-]{36}") ? sent : newFormToken();
    }

    private String freeSlug(String name) {
        var slug = Slug.of(name, LONGEST_SLUG);
        var taken = new HashSet<>(teams.slugsLike(slug));
        taken.addAll(OWN_WORDS);
        return Slug.free(slug, taken);
    }
}
