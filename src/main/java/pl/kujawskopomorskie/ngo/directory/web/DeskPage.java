package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.Representations.Request;

/**
 * What waits for the office in the directory.
 *
 * @param requests of people who want to speak for an organisation, the oldest first
 * @param proposals organisations that were registered and are not listed yet
 */
record DeskPage(List<Request> requests, List<Organisation> proposals) {}
