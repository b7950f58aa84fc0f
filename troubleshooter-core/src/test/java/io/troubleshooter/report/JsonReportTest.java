package io.troubleshooter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.Redactor;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema(String name) {
        InputStream in = JsonReport.class.getResourceAsStream("/io/troubleshooter/schema/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }

    private static JsonNode parsed(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    @Test
    void everyVerdictFitsTheSchema() throws JsonProcessingException {
        JsonSchema schema = schema("diagnosis-v1.schema.json");
        JsonReport report = new JsonReport(false);
        assertThat(schema.validate(parsed(report.render(Fixtures.incident())))).isEmpty();
        assertThat(schema.validate(parsed(report.render(Fixtures.healthy())))).isEmpty();
        assertThat(schema.validate(parsed(report.render(Fixtures.unclear())))).isEmpty();
    }

    @Test
    void theSchemaRefusesADiagnosisWithoutVerdict() throws JsonProcessingException {
        JsonNode json = parsed(new JsonReport(false).render(Fixtures.incident()));
        ((com.fasterxml.jackson.databind.node.ObjectNode) json).remove("verdict");
        assertThat(schema("diagnosis-v1.schema.json").validate(json)).isNotEmpty();
    }

    @Test
    void theContractHolds() throws JsonProcessingException {
        JsonNode json = parsed(new JsonReport(false).render(Fixtures.incident()));
        assertThat(json.at("/schema").asText()).isEqualTo("troubleshooter/diagnosis/v1");
        assertThat(json.at("/verdict").asText()).isEqualTo("incident");
        assertThat(json.at("/hypotheses/0/cause").asText()).isEqualTo("database/disk-full");
        assertThat(json.at("/hypotheses/0/citations/0/source").asText()).isEqualTo("S2");
        assertThat(json.at("/hypotheses/0/citations/0/lines").toString()).isEqualTo("[1184,1184]");
        assertThat(json.at("/hypotheses/0/citations/0/quote").asText()).isEqualTo(Fixtures.DISK_FULL);
        assertThat(json.at("/hypotheses/0/fixes/0/risk").asText()).isEqualTo("medium");
        assertThat(json.at("/redaction/byKind/email").asLong()).isEqualTo(40);
        assertThat(json.has("frame")).isFalse();
        assertThat(json.at("/producedBy").has("model")).isFalse();
    }

    @Test
    void theFrameComesOnlyWhenAskedFor() throws JsonProcessingException {
        JsonNode json = parsed(new JsonReport(true).render(Fixtures.incident()));
        assertThat(schema("frame-v1.schema.json").validate(json.path("frame"))).isEmpty();
    }

    @Test
    void aFrameSurvivesTheWayToJsonAndBack() throws JsonProcessingException {
        String json = FrameJson.write(FrameFixture.frame());
        assertThat(schema("frame-v1.schema.json").validate(parsed(json))).isEmpty();
        IncidentFrame back = FrameJson.read(json, Redactor.create());
        assertThat(FrameJson.write(back)).isEqualTo(json);
        assertThat(back.groups().get(0)).isEqualTo(FrameFixture.frame().groups().get(0));
    }

    @Test
    void aFrameThatSomebodyEditedIsRedactedAgain() {
        String json = FrameJson.write(FrameFixture.frame()).replace("checkout-7d9f", "carol@example.com");
        String back = FrameJson.write(FrameJson.read(json, Redactor.create()));
        assertThat(json).contains("carol@example.com");
        assertThat(back).doesNotContain("carol@example.com").contains("<email:");
    }

    @Test
    void whatIsNoFrameIsRefusedWithoutQuotingIt() {
        for (String broken : new String[] {"", "{", "[]", "{\"schema\":\"secret-word\"}", "secret-word"}) {
            assertThatThrownBy(() -> FrameJson.read(broken, Redactor.create()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("secret-word");
        }
    }
}
