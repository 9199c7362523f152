package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** The office changes its settings for consultations. What was announced before keeps the dates it was announced with. */
@Singleton
public class SettingConsultations {

    private final ConsultationSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    SettingConsultations(ConsultationSettings settings, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** They are in force. */
        record Done() implements Outcome {}

        /** Some value cannot be set; none was. */
        record Invalid(FormErrors errors) implements Outcome {}

        /** This person may not. */
        record Forbidden() implements Outcome {}
    }

    /**
     * Sets values by the names of their settings.
     *
     * @param typed whole numbers as typed
     */
    @Transactional
    public Outcome set(Map<String, String> typed, Actor actor) {
        if (!ConsultationPolicy.maySet(actor)) {
            return new Outcome.Forbidden();
        }
        var errors = FormErrors.none();
        for (var setting : ConsultationSetting.values()) {
            var value = typed.getOrDefault(setting.name(), "");
            errors = errors.unless(
                    value.matches("[0-9]{1,6}") && setting.allows(Integer.parseInt(value)),
                    setting.name(),
                    "desk.settings.range",
                    setting.least(),
                    setting.most());
        }
        if (errors.any()) {
            return new Outcome.Invalid(errors);
        }
        for (var setting : ConsultationSetting.values()) {
            var value = Integer.parseInt(typed.getOrDefault(setting.name(), ""));
            var old = settings.valueOf(setting);
            if (value != old) {
                settings.set(setting.name(), Integer.toString(value), OfficeTime.now(clock), actor.personId());
                audit.record(actor.personId(), "SETTING_CHANGED", "setting", setting.name(), old + " → " + value);
            }
        }
        return new Outcome.Done();
    }
}
