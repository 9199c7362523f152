package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.PersonalData;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What the directory keeps of a person: which organisations they asked to speak for and in what words, what they proposed, and
 * which organisations invited their address. It is asked before the account itself, by whose address invitations are found.
 */
@Singleton
@Order(-100)
class DirectoryData implements PersonalData {

    private static final int MOST_PROPOSALS = 1_000;

    private final Representations representations;
    private final EditorInvitations invitations;
    private final ConfirmationRequests confirmations;
    private final ProposalRefusals proposals;
    private final Clock clock;

    DirectoryData(
            Representations representations,
            EditorInvitations invitations,
            ConfirmationRequests confirmations,
            ProposalRefusals proposals,
            Clock clock) {
        this.representations = representations;
        this.invitations = invitations;
        this.confirmations = confirmations;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "organisations";
    }

    @Override
    public Object exported(long personId) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put(
                "representations",
                representations.statements(personId).stream()
                        .map(DirectoryData::statement)
                        .toList());
        kept.put(
                "proposals",
                proposals.of(personId, Long.MAX_VALUE, MOST_PROPOSALS).stream()
                        .map(proposal -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", proposal.name());
                            one.put("proposedAt", proposal.createdAt().toString());
                            one.put("refusal", proposal.reason() == null ? "" : proposal.reason());
                            return one;
                        })
                        .toList());
        kept.put("invitations", invitations.namesInviting(personId));
        return kept;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(long personId) {
        representations.forgetUnheld(personId);
        confirmations.forgetRepresentedBy(personId);
        representations.endAll(personId, OfficeTime.now(clock));
        invitations.forgetAllOf(personId);
    }

    private static Map<String, Object> statement(Representations.Statement asked) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("organisation", asked.name());
        one.put("kind", asked.kind().name());
        one.put("basis", asked.basis().name());
        one.put("statement", asked.statement());
        one.put("file", asked.fileName() == null ? "" : asked.fileName());
        one.put("askedAt", asked.askedAt().toString());
        one.put("accepted", asked.accepted() == null ? "" : asked.accepted());
        one.put("decidedAt", text(asked.decidedAt()));
        one.put("reason", asked.reason());
        one.put("endedAt", text(asked.endedAt()));
        return one;
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
