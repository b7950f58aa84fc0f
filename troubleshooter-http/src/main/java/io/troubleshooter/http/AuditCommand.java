package io.troubleshooter.http;

import io.troubleshooter.guard.AuditLog;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tst audit}: looks at the audit log in the stores that the settings name, also while the service runs. */
@Command(
        name = "audit",
        description = "Verifies the audit log.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Command(
            description = "Looks whether every event is still as it was written; exit code 1 if one is not.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin ConfigOptions config) {
        try (Stores stores = Ledger.open(config.read(Map.of()), Clock.systemUTC())) {
            return tell(stores.audit().verify());
        }
    }

    private static int tell(AuditLog.Verification found) {
        if (found.sound()) {
            System.out.println("sound: " + found.events() + " events are as they were written");
            return 0;
        }
        System.out.println("broken: event " + found.firstBroken() + " is not as it was written, or is missing");
        return 1;
    }
}
