package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Imports of organisations, and the form that sends one more.
 *
 * @param imports the last ones
 * @param errors what is wrong with the file
 */
record ImportsPage(List<OrganisationImport> imports, FormErrors errors) {}
