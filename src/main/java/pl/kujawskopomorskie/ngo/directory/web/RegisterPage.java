package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What the court register says otherwise.
 *
 * @param differences that wait for a clerk
 * @param errors why one could not be taken
 */
record RegisterPage(List<Difference> differences, FormErrors errors) {}
