package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.http.ReachableStores;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.StandInsForAws;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A big file that the page sends to the bucket itself, as the policies of page and bucket let it. */
class DirectUploadTest {

    private static final String BIG =
            "2026-11-20 09:40:00.000 INFO  [main] request served in 12 ms for the usual customer\n".repeat(60_000);

    @RegisterExtension
    static final Showing showing = Showing.of(DirectUploadTest::start);

    private final Page page = showing.desktop();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private static RunningService start() {
        Map<String, String> settings = StandInsForAws.settings("tst-direct-page");
        settings.put("storage.directUploads", "true");
        return RunningService.on(ReachableStores.of(settings), settings);
    }

    @Test
    void aBigFileGoesToTheBucketAndIsReadFromThere() {
        Workbench bench = watched();
        bench.choose("big.log", BIG + Workbench.DISK_FULL);

        assertThat(page.locator(".where")).containsText("60,006 lines");
        assertThat(sent).containsExactly("PUT bucket", "POST service");
    }

    @Test
    void whereTheBucketCannotBeReachedItGoesToTheService() {
        Workbench bench = watched();
        page.route(S3Server.shared().endpoint() + "/**", route -> route.abort());
        bench.choose("big.log", BIG + Workbench.DISK_FULL);

        assertThat(page.locator(".where")).containsText("60,006 lines");
        assertThat(sent).containsExactly("PUT bucket", "PUT service");
    }

    private Workbench watched() {
        page.onRequest(this::note);
        return Workbench.open(page, showing.service());
    }

    private void note(Request request) {
        if (request.url().startsWith(S3Server.shared().endpoint().toString())) {
            sent.add(request.method() + " bucket");
        } else if (request.url().contains("/v1/uploads/")) {
            sent.add(request.method() + " service");
        }
    }
}
