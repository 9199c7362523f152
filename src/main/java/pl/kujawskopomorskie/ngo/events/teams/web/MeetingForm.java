package pl.kujawskopomorskie.ngo.events.teams.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Which event was a meeting of a team.
 *
 * @param event its name in addresses
 */
@Introspected
@Serdeable
record MeetingForm(@Nullable String event) {}
