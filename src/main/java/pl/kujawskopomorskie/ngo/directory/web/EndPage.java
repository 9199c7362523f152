package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;

/**
 * The question before somebody's right to speak for an organisation is ended.
 *
 * @param organisation which
 * @param id key of the representation
 * @param displayName whose it is
 * @param last whether nobody represents the organisation after that
 */
record EndPage(Organisation organisation, long id, String displayName, boolean last) {}
