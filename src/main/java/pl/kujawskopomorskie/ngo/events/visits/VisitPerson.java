package pl.kujawskopomorskie.ngo.events.visits;

import io.micronaut.core.annotation.Introspected;

/**
 * An official who went.
 *
 * @param name of the person, for the office alone
 * @param department where they work
 */
@Introspected
public record VisitPerson(String name, String department) {}
