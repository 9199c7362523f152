package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What the directory itself ties to an organisation: people who speak for it, invitations and the wish for none,
 * proposals of the register.
 */
@Singleton
class OwnLinks implements OrganisationLinks {

    private final Organisations organisations;
    private final Representations representations;
    private final ConfirmationRequests confirmations;
    private final MergedRows rows;
    private final AuditLog audit;
    private final Clock clock;

    OwnLinks(
            Organisations organisations,
            Representations representations,
            ConfirmationRequests confirmations,
            MergedRows rows,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.confirmations = confirmations;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(long from, long to, long personId) {
        representations.lockLiving(List.of(from, to)).stream()
                .collect(Collectors.groupingBy(Representation::personId))
                .values()
                .forEach(ofPerson -> OwnLinks.superfluous(ofPerson).forEach(row -> close(row, personId)));
        rows.moveRepresentations(from, to);
        rows.dropInvitationsKnownTo(from, to);
        rows.moveInvitations(from, to);
        rows.dropWaitingDifferences(from);
        rows.moveDifferences(from, to);
        confirmations.forget(from);
        rows.moveDeclining(from, to);
        rows.moveEarlierMerges(from, to);
    }

    // A person has one right that holds in an organisation, the stronger one, and one request that waits, the older
    // one; who
    // represents it has nothing left to ask for.
    static List<Representation> superfluous(List<Representation> ofPerson) {
        var held = ofPerson.stream()
                .filter(Representation::holds)
                .sorted(Comparator.comparing(OwnLinks::represents).reversed())
                .toList();
        var asked = ofPerson.stream().filter(Representation::waits).toList();
        return Stream.concat(
                        held.stream().skip(1),
                        asked.stream().skip(held.stream().anyMatch(OwnLinks::represents) ? 0 : 1))
                .toList();
    }

    private void close(Representation superfluous, long personId) {
        var slug = organisations
                .findById(superfluous.organisationId())
                .map(Organisation::slug)
                .orElseThrow();
        if (superfluous.waits()) {
            representations.withdraw(superfluous.key());
            audit.record(personId, "REPRESENTATION_WITHDRAWN", "organisation", slug, superfluous.reference());
        } else {
            representations.end(superfluous.key(), OfficeTime.now(clock), personId);
            audit.record(personId, "REPRESENTATION_ENDED", "organisation", slug, superfluous.reference());
        }
    }

    private static boolean represents(Representation held) {
        return held.holds() && held.kind() == Representation.Kind.REPRESENTATIVE;
    }
}
