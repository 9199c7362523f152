package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form by which a person asks to speak for an organisation.
 *
 * @param organisation which
 * @param basis as chosen
 * @param statement as typed
 * @param errors what is wrong
 */
record AskPage(Organisation organisation, String basis, String statement, FormErrors errors) {}
