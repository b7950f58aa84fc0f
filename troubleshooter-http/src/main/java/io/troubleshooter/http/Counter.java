package io.troubleshooter.http;

import io.troubleshooter.http.config.Memory;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.intake.LargeBodies;
import io.troubleshooter.http.intake.PageFetcher;
import io.troubleshooter.http.intake.Uploads;
import io.troubleshooter.http.logs.LogGroups;
import java.time.Clock;

/** Where evidence comes in: bodies, large ones within the memory there is, uploads, pages. */
record Counter(PageFetcher pages, LargeBodies large, Intake intake, Uploads uploads) implements AutoCloseable {

    static Counter open(ServiceConfig config, Memory memory, Stores stores, LogGroups logs, Clock clock) {
        PageFetcher pages = new PageFetcher(config.fetch());
        LargeBodies large = new LargeBodies(
                memory.reading(), memory.evidence(), config.limits().patience());
        return new Counter(
                pages,
                large,
                new Intake(config.limits(), large, pages, logs, Presence::of, clock),
                new Uploads(stores.documents(), stores.direct(), config.limits(), clock));
    }

    @Override
    public void close() {
        pages.close();
    }
}
