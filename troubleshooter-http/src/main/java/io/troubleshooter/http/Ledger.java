package io.troubleshooter.http;

import io.troubleshooter.http.config.KeyFile;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.sqlite.SqliteLimits;
import io.troubleshooter.sqlite.SqliteStores;
import java.nio.file.Path;
import java.time.Clock;

/** The database file that settings name, opened. */
final class Ledger {

    private Ledger() {}

    static SqliteStores open(ServiceConfig config, Clock clock) {
        Path database = config.storage().path(System.getenv());
        return SqliteStores.open(database, limits(config), clock, KeyFile.ring(config.storage(), database));
    }

    private static SqliteLimits limits(ServiceConfig config) {
        long microUsd = config.model().dailyBudget().movePointRight(6).longValueExact();
        return SqliteLimits.DEFAULT.withDailyMicroUsd(microUsd).withoutForgetting();
    }
}
