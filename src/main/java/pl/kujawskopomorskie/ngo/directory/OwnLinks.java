package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What the directory itself ties to an organisation: people who speak for it, invitations and the wish for none,
 * proposals of the register.
 */
@Singleton
class OwnLinks implements OrganisationLinks {

    private final Representations representations;
    private final ConfirmationRequests confirmations;
    private final MergedRows rows;
    private final Clock clock;

    OwnLinks(Representations representations, ConfirmationRequests confirmations, MergedRows rows, Clock clock) {
        this.representations = representations;
        this.confirmations = confirmations;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(long from, long to, long personId) {
        var byPerson = representations.lockLiving(List.of(from, to)).stream()
                .collect(Collectors.groupingBy(Representation::personId));
        // A person has one living right in an organisation: the stronger one stays.
        byPerson.values().stream()
                .filter(both -> both.size() > 1)
                .map(both -> strength(both.get(0)) < strength(both.get(1)) ? both.get(0) : both.get(1))
                .forEach(weaker -> close(weaker, personId));
        rows.moveRepresentations(from, to);
        rows.dropInvitationsKnownTo(from, to);
        rows.moveInvitations(from, to);
        rows.dropWaitingDifferences(from);
        rows.moveDifferences(from, to);
        confirmations.forget(from);
        rows.moveDeclining(from, to);
        rows.moveEarlierMerges(from, to);
    }

    private void close(Representation weaker, long personId) {
        var now = OfficeTime.now(clock);
        if (weaker.waits()) {
            representations.withdraw(weaker.key());
        } else {
            representations.end(weaker.key(), now, personId);
        }
    }

    private static int strength(Representation living) {
        if (living.waits()) {
            return 0;
        }
        return living.kind() == Representation.Kind.REPRESENTATIVE ? 2 : 1;
    }
}
