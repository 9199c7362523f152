package pl.kujawskopomorskie.ngo;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code serve}: starts the web server and the jobs, and stays until it is told to stop. */
@Command(name = "serve", description = "Start the portal (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Override
    public void run() {
        var environment = System.getenv();
        var settings = StartSettings.of(StartSettings.Scope.WHOLE, environment, System.getProperties());
        RunningPortal.tryPort(port("MICRONAUT_SERVER_PORT", 8080), "MICRONAUT_SERVER_PORT");
        RunningPortal.tryPort(port("PORTAL_MANAGEMENT_PORT", 8081), "PORTAL_MANAGEMENT_PORT");
        if (settings.data() != null) {
            System.out.println("Starting the embedded database in " + settings.data()
                    + " (PORTAL_DATA); the first time it is unpacked, which takes some seconds.");
        }
        var portal = RunningPortal.start(settings, environment);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            portal.close();
                            stopped.countDown();
                        },
                        "stop"));
        serve(portal.context());
        System.out.println(Welcome.of(portal.context(), settings));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(ApplicationContext context) {
        context.getBean(EmbeddedServer.class).start();
    }

    private static int port(String variable, int otherwise) {
        var given = System.getenv(variable);
        return given == null || given.isBlank() ? otherwise : Integer.parseInt(given.strip());
    }
}
