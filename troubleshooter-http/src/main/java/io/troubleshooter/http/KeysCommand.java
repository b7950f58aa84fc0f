package io.troubleshooter.http;

import io.troubleshooter.http.access.ApiKey;
import io.troubleshooter.http.access.ApiKeys;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Lifetime;
import io.troubleshooter.http.access.Names;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.access.Trail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tst keys}: works on the stores that the settings name, also while the service runs, and so makes the first key of all. */
@Command(
        name = "keys",
        description = "Makes, lists and revokes keys of users and programs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is done with the keys. */
    private interface Work {
        int with(ApiKeys keys, Trail trail);
    }

    @Command(description = "Makes a key and prints it; it is shown this once.", mixinStandardHelpOptions = true)
    int create(
            @Mixin ConfigOptions config,
            @Option(names = "--project", defaultValue = "default") String project,
            @Option(names = "--user", required = true) String user,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}") Role role,
            @Option(names = "--name", defaultValue = "", description = "What it is for.") String name,
            @Option(names = "--expires", description = "Such as 12h or 90d; never, if it is not given.") @Nullable
                    String expires) {
        Duration life = life(expires);
        check(project, user);
        return with(config, (keys, trail) -> {
            ApiKeys.Made made = keys.create(project, user, role, name, life);
            trail.note(byHand(project), "create-key", "key=" + made.key().id() + " role=" + role.word());
            System.out.println(made.secret());
            System.err.println("tst: this is all of the key, and it is not shown again; only its hash is kept");
            return 0;
        });
    }

    private @Nullable Duration life(@Nullable String expires) {
        return expires == null
                ? null
                : Lifetime.parse(expires).orElseThrow(() -> wrong("--expires has to be " + Lifetime.FORM));
    }

    private void check(String project, String user) {
        if (!Names.isProject(project)) {
            throw wrong("--project has to be 1 to 64 letters, digits and . _ -");
        }
        if (!Names.isUser(user)) {
            throw wrong("--user has to be 1 to 128 letters, digits and . _ @ + = , : | -");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    @Command(
            description = "Lists the keys of a project, without what is secret of them.",
            mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOptions config, @Option(names = "--project", defaultValue = "default") String project) {
        return with(config, (keys, trail) -> {
            String after = "";
            List<ApiKey> page;
            do {
                page = keys.list(project, after, PAGE);
                page.forEach(KeysCommand::print);
                after = page.isEmpty() ? after : page.get(page.size() - 1).id();
            } while (page.size() == PAGE);
            return 0;
        });
    }

    private static void print(ApiKey key) {
        String expires = key.expires() == null ? "never" : key.expires().toString();
        String used = key.lastUsed() == null ? "never" : key.lastUsed().toString();
        System.out.printf(
                "%s\t%s\t%s\texpires %s\tused %s\t%s%n",
                key.id(), key.user(), key.role().word(), expires, used, key.name());
    }

    @Command(description = "Revokes a key, by its id as in the list.", mixinStandardHelpOptions = true)
    int revoke(
            @Mixin ConfigOptions config,
            @Option(names = "--project", defaultValue = "default") String project,
            @Parameters(paramLabel = "ID") String id) {
        return with(config, (keys, trail) -> {
            if (!keys.revoke(project, id)) {
                System.err.println("tst: this project has no such key");
                return 1;
            }
            trail.note(byHand(project), "revoke-key", "key=" + id);
            return 0;
        });
    }

    private static Caller byHand(String project) {
        return new Caller(project, "command-line", Role.ADMIN, Caller.Means.LOCAL, "command-line");
    }

    private static int with(ConfigOptions config, Work work) {
        Clock clock = Clock.systemUTC();
        try (Stores stores = Ledger.open(config.read(Map.of()), clock)) {
            return work.with(new ApiKeys(stores.documents(), clock), new Trail(stores.audit(), clock));
        }
    }
}
