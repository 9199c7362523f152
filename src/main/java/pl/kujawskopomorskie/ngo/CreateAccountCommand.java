package pl.kujawskopomorskie.ngo;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pl.kujawskopomorskie.ngo.accounts.CreatingAccount;
import pl.kujawskopomorskie.ngo.accounts.CreatingAccount.Created;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** {@code create-account}: makes an account and prints the link by which its holder chooses a password. */
@Command(
        name = "create-account",
        description = "Make an account and print the one-time link by which its holder chooses a password.",
        mixinStandardHelpOptions = true)
final class CreateAccountCommand implements Callable<Integer> {

    @Option(names = "--email", required = true, description = "where the holder is written to")
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private String email;

    @Option(
            names = "--role",
            required = true,
            converter = RoleName.class,
            description = "resident, clerk, department-officer, auditor or administrator")
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private Role role;

    @Option(names = "--department", paramLabel = "CODE", description = "where a department officer works")
    private @Nullable String department;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private CommandSpec spec;

    @Override
    public Integer call() {
        var environment = System.getenv();
        var settings = StartSettings.of(StartSettings.Scope.DATABASE, environment, System.getProperties());
        try (var portal = RunningPortal.start(settings, environment)) {
            var context = portal.context();
            return switch (context.getBean(CreatingAccount.class).create(email, role, department)) {
                case Created.Done(var link) -> {
                    spec.commandLine().getOut().println(link);
                    yield CommandLine.ExitCode.OK;
                }
                case Created.Exists() ->
                    throw new RefusedStart(
                            "There is an account with this address already. An administrator gives it roles "
                                    + "on the page of accounts.");
                case Created.Invalid(var errors) ->
                    throw new RefusedStart(errors.all().stream()
                            .map(error ->
                                    context.getBean(Messages.class).get(Language.ENGLISH, error.key(), error.values()))
                            .collect(Collectors.joining("\n")));
            };
        }
    }

    /** Roles as the command line spells them: {@code department-officer}. */
    static final class RoleName implements CommandLine.ITypeConverter<Role> {

        @Override
        public Role convert(String typed) {
            var name = typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("there is no role " + typed));
        }
    }
}
