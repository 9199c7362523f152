package pl.kujawskopomorskie.ngo.events.visits.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Why a visit is cancelled or deleted; each of the two forms sends its own field.
 *
 * @param cancelReason of the one
 * @param discardReason of the other
 */
@Introspected
@Serdeable
record ReasonForm(@Nullable String cancelReason, @Nullable String discardReason) {}
