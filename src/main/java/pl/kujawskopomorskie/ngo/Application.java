package pl.kujawskopomorskie.ngo;

import java.io.PrintWriter;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the work failed; standard error says why", "2:the command was not understood"},
        subcommands = {
            ServeCommand.class,
            MigrateCommand.class,
            CreateAccountCommand.class,
            ReadActCommand.class,
            ImportOrganisationsCommand.class,
            VerifyBallotsCommand.class
        })
public final class Application implements Runnable {

    /**
     * Runs a command and leaves with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // Libraries that log before the log is set up are heard all the same; that it was so is no news.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var commands = new CommandLine(new Application());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println(FailureSentence.of(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commands;
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
