package pl.kujawskopomorskie.ngo;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Locale;
import pl.kujawskopomorskie.ngo.demo.DemoPeople;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** What is printed once the portal answers: where it is and, in a demonstration, who may sign in and where mail goes. */
final class Welcome {

    private Welcome() {}

    static String of(ApplicationContext context, StartSettings settings) {
        var base = context.getBean(PortalConfiguration.class).baseUrl();
        if (!settings.demo()) {
            return "Pozarządówka is ready: " + base;
        }
        var management = context.getRequiredProperty("endpoints.all.port", int.class);
        var smtp = context.getProperty("portal.smtp.host", String.class).orElse("");
        var lines = new ArrayList<String>();
        lines.add("Pozarządówka is ready: " + base);
        lines.add("Demo accounts, all with the password " + DemoPeople.PASSWORD);
        for (var account : context.getBean(DemoPeople.class).signIns()) {
            var as = account.speaking() == null ? account.role() : account.speaking();
            lines.add("  %-20s %-36s %s".formatted(words(as), account.email(), account.displayName()));
        }
        lines.add("Mail: " + (smtp.isBlank() ? "not sent; read it at " + base + "/poczta" : "sent through " + smtp));
        lines.add("Data: " + (settings.data() == null ? "in the database that is given" : settings.data()));
        lines.add("Health and metrics: http://localhost:" + management + "/system/health, /system/prometheus");
        return "\n" + String.join("\n", lines) + "\n";
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
