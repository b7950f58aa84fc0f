package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each detector against the samples that stand beside it. */
class PackSamplesTest {

    @Test
    void detectorsTakeTheirPositivesAndLeaveTheirNegatives() throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        File[] files = new File("src/main/packs/detectors").listFiles();
        assertThat(files).isNotEmpty();
        int samples = 0;
        for (File file : files) {
            for (JsonNode entry : yaml.readTree(file)) {
                samples += check(entry);
            }
        }
        assertThat(samples).isGreaterThan(10);
    }

    private static int check(JsonNode entry) {
        int samples = 0;
        for (JsonNode sample : entry.path("samples").path("positive")) {
            assertThat(Redactor.create().redact(sample.asText()).toString())
                    .contains("<" + entry.path("id").asText() + ":");
            samples++;
        }
        for (JsonNode sample : entry.path("samples").path("negative")) {
            assertThat(Redactor.create().redact(sample.asText())).hasToString(sample.asText());
            samples++;
        }
        return samples;
    }
}
