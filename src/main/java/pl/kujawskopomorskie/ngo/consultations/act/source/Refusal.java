package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.Serial;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** Ends reading from any depth; never leaves this package. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
