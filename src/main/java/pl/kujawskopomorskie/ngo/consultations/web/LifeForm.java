package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What a clerk types into the small forms of a running consultation: extend, cancel, record the act. */
@Introspected
@Serdeable
record LifeForm(
        @Nullable String closesOn,
        @Nullable String reason,
        @Nullable String cancelReason,
        @Nullable String actNumber,
        @Nullable String adoptedOn,
        @Nullable String actLink) {

    static LifeForm empty() {
        return new LifeForm("", "", "", "", "", "");
    }
}
