package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;

/**
 * The consultation whose meeting an event is.
 *
 * @param slug its name in addresses
 * @param title of the draft
 */
@Introspected
public record ConsultationOfEvent(String slug, String title) {}
