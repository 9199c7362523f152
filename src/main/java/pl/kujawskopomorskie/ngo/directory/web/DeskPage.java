package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.Representations.Request;

/**
 * What waits for the office in the directory.
 *
 * @param requests of people who want to speak for an organisation, the oldest first
 * @param proposals organisations that were registered and are not listed yet
 * @param differences how many facts the court register gives otherwise
 * @param doubles how many pairs of entries may be one organisation
 */
record DeskPage(Stretch<Request> requests, Stretch<Organisation> proposals, long differences, long doubles) {}
