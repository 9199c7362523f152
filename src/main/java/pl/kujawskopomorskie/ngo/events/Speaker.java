package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;

/**
 * Who speaks in a session.
 *
 * @param sessionId in which
 * @param position in the order of the programme, from 1
 * @param name first name and surname
 * @param role what they are and where, possibly empty
 */
@Introspected
public record Speaker(long sessionId, int position, String name, String role) {}
