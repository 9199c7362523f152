package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.AccountList;
import pl.kujawskopomorskie.ngo.accounts.AccountOverview;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.BlockingAccounts;
import pl.kujawskopomorskie.ngo.accounts.GrantingRoles;
import pl.kujawskopomorskie.ngo.accounts.Managed;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Accounts of everybody, for administrators. */
@Controller("/administracja")
@Secured("ADMINISTRATOR")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AdministrationController {

    private static final int LONGEST_SEARCH = 200;

    private final AccountList accounts;
    private final OfficeDepartments departments;
    private final GrantingRoles granting;
    private final BlockingAccounts blocking;

    AdministrationController(
            AccountList accounts, OfficeDepartments departments, GrantingRoles granting, BlockingAccounts blocking) {
        this.accounts = accounts;
        this.departments = departments;
        this.granting = granting;
        this.blocking = blocking;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String rola,
            @QueryValue @Nullable String strona) {
        var words = Typed.line(szukaj);
        var role = role(rola).orElse(null);
        var search = words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH);
        return Pages.show("accounts/admin-list", new ListPage(search, role, accounts.find(search, role, page(strona))));
    }

    @Get("/osoby/{id}")
    HttpResponse<?> show(Actor actor, @PathVariable long id) {
        return shown(actor, id, new RoleForm(null, null), FormErrors.none());
    }

    @Post("/osoby/{id}/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> grant(Actor actor, @PathVariable long id, @Body RoleForm form) {
        var role = role(form.role()).orElse(null);
        var managed = granting.grant(actor, id, role, key(form.department()));
        return answer(id, managed, Done.ROLE_GRANTED, errors -> shown(actor, id, form, errors));
    }

    @Post("/osoby/{id}/role/{role}/odbierz")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(Actor actor, @PathVariable long id, @PathVariable String role) {
        return role(role)
                .<HttpResponse<?>>map(
                        held -> answer(id, granting.take(actor, id, held), Done.ROLE_TAKEN, errors -> Pages.notFound()))
                .orElseGet(Pages::notFound);
    }

    @Post("/osoby/{id}/zablokuj")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> block(Actor actor, @PathVariable long id) {
        return answer(id, blocking.block(actor, id), Done.ACCOUNT_BLOCKED, errors -> Pages.notFound());
    }

    @Post("/osoby/{id}/odblokuj")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unblock(Actor actor, @PathVariable long id) {
        return answer(id, blocking.unblock(actor, id), Done.ACCOUNT_UNBLOCKED, errors -> Pages.notFound());
    }

    private HttpResponse<?> shown(Actor actor, long id, RoleForm form, FormErrors errors) {
        var account = accounts.find(id).orElse(null);
        if (account == null) {
            return Pages.notFound();
        }
        var page = new AccountPage(
                account,
                account.id() == actor.personId(),
                form.role() == null ? "" : form.role(),
                form.department() == null ? "" : form.department(),
                departments.all().stream()
                        .map(department -> Choice.named(Long.toString(department.key()), department.name()))
                        .toList(),
                errors);
        return errors.any()
                ? Pages.invalid("accounts/admin-account", page)
                : Pages.show("accounts/admin-account", page);
    }

    private static HttpResponse<?> answer(
            long id, Managed managed, Done done, Function<FormErrors, HttpResponse<?>> again) {
        return switch (managed) {
            case Managed.Done() -> Pages.done(done, "/administracja/osoby/" + id);
            case Managed.Invalid(var errors) -> again.apply(errors);
            case Managed.NotFound() -> Pages.notFound();
            case Managed.Forbidden() -> Pages.forbidden();
            case Managed.OwnAccount() -> Pages.conflict("accounts.admin.own");
            case Managed.Conflict() -> Pages.conflict("accounts.admin.conflict");
        };
    }

    private static Optional<Role> role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.RESIDENT && role.name().equals(name))
                .findFirst();
    }

    private static @Nullable Long key(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    }

    private static int page(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,8}") ? Integer.parseInt(typed) : 1;
    }

    private static List<Choice> roleChoices() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.RESIDENT)
                .map(role -> Choice.keyed(role.name(), "accounts.role." + role.name()))
                .toList();
    }

    record ListPage(String words, @Nullable Role role, AccountList.Found found) {

        /** The roles to choose from. */
        public List<Choice> roles() {
            return roleChoices();
        }
    }

    @Serdeable
    record RoleForm(@Nullable String role, @Nullable String department) {}

    record AccountPage(
            AccountOverview account,
            boolean own,
            String role,
            String department,
            List<Choice> departments,
            FormErrors errors) {

        /** The roles to choose from that the person does not hold. */
        public List<Choice> roles() {
            return roleChoices().stream()
                    .filter(choice -> account.roles().stream()
                            .noneMatch(role -> role.name().equals(choice.value())))
                    .toList();
        }
    }
}
