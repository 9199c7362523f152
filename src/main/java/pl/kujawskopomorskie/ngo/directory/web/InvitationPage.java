package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * An invitation to write for an organisation.
 *
 * @param organisation which
 * @param token of the link
 * @param errors why it cannot be accepted
 */
record InvitationPage(Organisation organisation, String token, FormErrors errors) {}
