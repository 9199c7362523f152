package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;

/**
 * An invitation to write for an organisation.
 *
 * @param organisation which
 * @param token of the link
 */
record InvitationPage(Organisation organisation, String token) {}
