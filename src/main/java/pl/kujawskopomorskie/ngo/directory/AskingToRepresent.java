package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Representation.Basis;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.FileNames;
import pl.kujawskopomorskie.ngo.shared.documents.FileTypes;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A person asks to speak for an organisation; the office decides. */
@Singleton
public class AskingToRepresent {

    /** Most megabytes of a paper. */
    public static final int MOST_MEGABYTES = 10;

    private static final long MOST_BYTES = MOST_MEGABYTES * 1024L * 1024;
    private static final Limit REQUESTS = new Limit("representation-request", 20, Duration.ofDays(1));

    private final Organisations organisations;
    private final Representations representations;
    private final ProposalRefusals refusals;
    private final StoringFiles files;
    private final LimitingTries tries;
    private final AuditLog audit;
    private final Clock clock;

    AskingToRepresent(
            Organisations organisations,
            Representations representations,
            ProposalRefusals refusals,
            StoringFiles files,
            LimitingTries tries,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.refusals = refusals;
        this.files = files;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks without a paper.
     *
     * @param basis name of a {@link Basis}, as chosen
     * @param statement in the person's words: the post held, the date of the power of attorney, where it can be checked
     */
    public Asking ask(String slug, String basis, String statement, Actor actor) {
        return ask(slug, basis, statement, null, actor);
    }

    /**
     * Asks.
     *
     * @param basis name of a {@link Basis}, as chosen
     * @param statement in the person's words: the post held, the date of the power of attorney, where it can be checked
     * @param paper that shows it, such as the power of attorney; only the office sees it
     */
    public Asking ask(String slug, String basis, String statement, @Nullable Paper paper, Actor actor) {
        var chosen = basis(basis).orElse(null);
        var text = Typed.text(statement);
        var errors = FormErrors.none()
                .unless(chosen != null, "basis", "directory.ask.basis.missing")
                .unless(!text.isEmpty(), "statement", "directory.ask.statement.missing")
                .unless(Typed.length(text) <= 2000, "statement", "forms.tooLong", 2000)
                .and(check(paper));
        if (errors.any() || chosen == null) {
            return new Asking.Invalid(errors);
        }
        if (!tries.allow(REQUESTS, Long.toString(actor.personId()))) {
            return new Asking.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.ask.tooMany"));
        }
        return write(slug, chosen, text, paper, actor);
    }

    @Transactional
    Asking write(String slug, Basis basis, String statement, @Nullable Paper paper, Actor actor) {
        // Locked, so that nobody asks for an entry that is being merged into another at this moment.
        var organisation = organisations
                .findBySlug(slug)
                .flatMap(found -> organisations.lock(found.key()))
                .orElse(null);
        if (organisation == null
                || organisation.mergedInto() != null
                || refusals.reason(organisation.key()).isPresent()
                || !OrganisationPolicy.maySee(actor, organisation)) {
            return new Asking.NotFound();
        }
        if (OrganisationPolicy.nobodySpeaksForWhatIsStruckOff(organisation)) {
            return new Asking.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.ask.struckOff"));
        }
        if (representations.asked(organisation.key(), actor.personId()).isPresent()) {
            return new Asking.Waits();
        }
        if (representations
                .held(organisation.key(), actor.personId())
                .filter(held -> held.kind() == Kind.REPRESENTATIVE)
                .isPresent()) {
            return new Asking.Speaks();
        }
        var asked = representations.save(new Representation(
                null,
                organisation.key(),
                actor.personId(),
                Kind.REPRESENTATIVE,
                basis,
                statement,
                paper == null ? null : store(paper, actor),
                OfficeTime.now(clock),
                actor.personId(),
                null,
                null,
                null,
                "",
                null,
                null,
                0));
        audit.record(
                actor.personId(),
                "REPRESENTATION_ASKED_FOR",
                "organisation",
                slug,
                basis.name() + ", " + asked.reference());
        return new Asking.Done();
    }

    private static FormErrors check(@Nullable Paper paper) {
        if (paper == null) {
            return FormErrors.none();
        }
        var name = FileNames.safe(paper.name());
        return FormErrors.none()
                .unless(
                        paper.content().length <= MOST_BYTES,
                        "paper",
                        "directory.ask.paper.large",
                        name,
                        MOST_MEGABYTES)
                .unless(paper.content().length > 0, "paper", "directory.ask.paper.empty", name)
                .unless(FileTypes.detect(paper.content(), name).isPresent(), "paper", "directory.ask.paper.type", name);
    }

    private long store(Paper paper, Actor actor) {
        if (files.store(paper.content(), paper.name(), MOST_BYTES, actor.personId())
                instanceof StoringFiles.Outcome.Stored(var file)) {
            return file.key();
        }
        throw new IllegalStateException("A file that was found fit a moment ago is not");
    }

    private static Optional<Basis> basis(String chosen) {
        return Arrays.stream(Basis.values())
                .filter(basis -> basis != Basis.ADDED && basis.name().equals(chosen))
                .findFirst();
    }

    /**
     * A file as the form sent it.
     *
     * @param name as the browser calls it; made safe when it is stored
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way from the form to the store; nobody compares these records
    public record Paper(String name, byte[] content) {}

    /** What came of asking. */
    public sealed interface Asking {

        /** The office knows. */
        record Done() implements Asking {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Asking {}

        /** The person has asked before, and the office has yet to decide. */
        record Waits() implements Asking {}

        /** The person represents it already. */
        record Speaks() implements Asking {}

        /** There is no such organisation for the actor. */
        record NotFound() implements Asking {}
    }
}
