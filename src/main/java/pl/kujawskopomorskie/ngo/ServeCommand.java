package pl.kujawskopomorskie.ngo;

import io.micronaut.runtime.Micronaut;
import picocli.CommandLine.Command;

/** {@code serve}: starts the web server and the jobs, and stays until it is told to stop. */
@Command(name = "serve", description = "Start the portal (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Override
    public void run() {
        var settings = StartSettings.of(System.getenv(), System.getProperties());
        Micronaut.build(new String[0])
                .mainClass(Application.class)
                .banner(false)
                .properties(settings.properties())
                .start();
    }
}
