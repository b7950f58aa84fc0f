package io.troubleshooter.http;

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
            return AwsLedger.open(config, clock);
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
