package pl.kujawskopomorskie.ngo.events.teams.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Why something is deleted. */
@Introspected
@Serdeable
record ReasonForm(@Nullable String discardReason) {}
