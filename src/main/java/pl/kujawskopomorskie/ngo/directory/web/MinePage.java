package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.ProposalRefusals.Proposal;
import pl.kujawskopomorskie.ngo.directory.Representations.Standing;
import pl.kujawskopomorskie.ngo.directory.Voice;

/**
 * The organisations of the person who is signed in.
 *
 * @param voices for whom the person may act now
 * @param standings all that was asked for, decided and ended, the last first
 * @param proposals organisations that the person proposed and the office has not taken in as they were
 * @param chosen slug of the one acted for, or empty
 */
record MinePage(List<Voice> voices, List<Standing> standings, Stretch<Proposal> proposals, String chosen) {}
