package pl.kujawskopomorskie.ngo;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of the portal. Without a command it serves.
 *
 * <p>Exit codes: 0 done, 1 the work failed and a sentence on standard error says why, 2 the command was not understood.
 */
@Command(
        name = "pozarzadowka",
        description = "The public consultation and NGO community portal of the Kujawsko-Pomorskie voivodeship.",
        mixinStandardHelpOptions = true,
        versionProvider = Application.Version.class,
        subcommands = {ServeCommand.class})
public final class Application implements Runnable {

    /** @param args the command and its options */
    public static void main(String[] args) {
        var exit = new CommandLine(new Application())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof RefusedStart refused) {
                        command.getErr().println(refused.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(args);
        if (exit != CommandLine.ExitCode.OK) {
            System.exit(exit);
        }
    }

    @Override
    public void run() {
        new ServeCommand().run();
    }

    /** The version of the jar, or "development" when run from classes. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Application.class.getPackage().getImplementationVersion();
            return new String[] {version == null ? "development" : version};
        }
    }
}
