package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatBrokeInAPastedLog() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            HttpResponse<String> answer = service.post(
                    "/v1/diagnose",
                    "2026-11-20 09:43:11 ERROR could not extend file \"base/1\": No space left on device\n");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"verdict\" : \"incident\"");
        }
    }
}
