package io.troubleshooter.http;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.config.KeyFile;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.sqlite.SqliteLimits;
import io.troubleshooter.sqlite.SqliteStores;
import java.nio.file.Path;
import java.time.Clock;

/** The stores that settings name, opened; for commands that look into them beside the running service. */
final class Ledger {

    private Ledger() {}

    static Stores open(ServiceConfig config, Clock clock) {
        if (config.storage().onAws()) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION, "This build has no stores on AWS.", "Set storage.kind to sqlite.");
        }
        SqliteStores file = file(config, clock);
        return Stores.of(file, false, file::close);
    }

    static SqliteStores file(ServiceConfig config, Clock clock) {
        Path database = config.storage().path(System.getenv());
        return SqliteStores.open(database, limits(config), clock, KeyFile.ring(config.storage(), database));
    }

    private static SqliteLimits limits(ServiceConfig config) {
        return SqliteLimits.DEFAULT.withDailyMicroUsd(dailyMicroUsd(config)).withoutForgetting();
    }

    static long dailyMicroUsd(ServiceConfig config) {
        return config.model().dailyBudget().movePointRight(6).longValueExact();
    }
}
