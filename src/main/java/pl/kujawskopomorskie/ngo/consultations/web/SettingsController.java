package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSettings;
import pl.kujawskopomorskie.ngo.consultations.SettingConsultations;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's settings for consultations. */
@Controller("/biuro/ustawienia")
@Secured({"CLERK", "ADMINISTRATOR", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SettingsController {

    private final ConsultationSettings settings;
    private final SettingConsultations setting;

    SettingsController(ConsultationSettings settings, SettingConsultations setting) {
        this.settings = settings;
        this.setting = setting;
    }

    @Get
    HttpResponse<?> show() {
        var values = new HashMap<String, String>();
        for (var each : ConsultationSetting.values()) {
            values.put(each.name(), Integer.toString(settings.valueOf(each)));
        }
        return Pages.show("desk/settings", page(values, FormErrors.none()));
    }

    @Post
    @Secured({"CLERK", "ADMINISTRATOR"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(@Body @Nullable Map<String, String> form, Actor actor) {
        Map<String, String> typed = new HashMap<>();
        for (var each : ConsultationSetting.values()) {
            typed.put(each.name(), Typed.line(form == null ? null : form.get(each.name())));
        }
        return switch (setting.set(typed, actor)) {
            case SettingConsultations.Outcome.Done ignored -> Pages.done(Done.SETTINGS_SAVED, "/biuro/ustawienia");
            case SettingConsultations.Outcome.Invalid(var errors) ->
                Pages.invalid("desk/settings", page(typed, errors));
            case SettingConsultations.Outcome.Forbidden ignored -> Pages.forbidden();
        };
    }

    private static SettingsPage page(Map<String, String> values, FormErrors errors) {
        return new SettingsPage(
                Arrays.stream(ConsultationSetting.values())
                        .map(each -> new Field(each.name(), each.standard(), values.getOrDefault(each.name(), "")))
                        .toList(),
                errors);
    }

    /**
     * The page of the settings.
     *
     * @param fields one for each setting
     * @param errors in them
     */
    record SettingsPage(List<Field> fields, FormErrors errors) {}

    /**
     * One setting with its value.
     *
     * @param name of the setting
     * @param usual its value until the office sets another
     * @param value as typed
     */
    record Field(String name, int usual, String value) {}
}
