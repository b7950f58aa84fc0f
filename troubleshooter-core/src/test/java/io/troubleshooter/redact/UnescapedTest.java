package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.envelope.EnvelopeReader;
import io.troubleshooter.normalize.Normalizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnescapedTest {

    private final Redactor redactor = Redactor.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "say \\\"no\\\"|say \"no\"",
                "a\\\\b\\/c|a\\b/c",
                "tab\\there|tab\there",
                "caf\\u00e9 \\ud83d\\ude00|caf\u00e9 \ud83d\ude00",
                "lone \\ud83d half|lone \ufffd half",
                "bell\\u0007 and \\u001b[31mred\\u001b[0m|bell and red",
                "no escape \\x \\u12 \\|no escape \\x \\u12 \\",
            })
    void undoesTheEscapesOfJson(String escaped, String plain) {
        assertThat(redactor.redact(escaped).unescapeJson()).hasToString(plain);
    }

    @Test
    void keepsTheLinesOfATextInTheirOrder() {
        assertThat(redactor.redact("one\\n\\ntwo\\r\\nthree").unescapeJson()).hasToString("one\n\ntwo\nthree");
    }

    @Test
    void redactsWhatTheEscapesHid() {
        RedactedText hidden = redactor.redact("mail to alice\\u0040example-mail.org");

        assertThat(hidden).hasToString("mail to alice\\u0040example-mail.org");
        assertThat(hidden.unescapeJson()).hasToString("mail to <email:1>");
        assertThat(redactor.redact("to bob&#64;example-mail.org").unescapeHtml())
                .hasToString("to <email:2>");
    }

    @Test
    void undoesDoubledQuotesAndReferences() {
        assertThat(redactor.redact("said \"\"no\"\"").unescapeCsv()).hasToString("said \"no\"");
        assertThat(redactor.redact("&lt;init&gt;&nbsp;&amp;lt;").unescapeHtml()).hasToString("<init> &lt;");
    }

    @Test
    void leavesTheStreamInTheMiddleOfASecret() {
        byte[] key = new byte[48];
        new Random(1).nextBytes(key);
        String body = Base64.getEncoder().encodeToString(key);
        redact("-----BEGIN RSA PRIVATE KEY-----\n" + body);

        assertThat(redactor.redact("words between\\n").unescapeJson()).hasToString("words between");
        assertThat(redact(body + "\n-----END RSA PRIVATE KEY-----").line(0).toString())
                .doesNotContain(body);
    }

    @Test
    void hidesAKeyThatIsSpreadOverTheLinesOfAnEnvelope() {
        byte[] key = new byte[48];
        new Random(1).nextBytes(key);
        String body = Base64.getEncoder().encodeToString(key);
        String lines =
                docker("-----BEGIN RSA PRIVATE KEY-----") + docker(body) + docker("-----END RSA PRIVATE KEY-----");
        RedactedBlock block = redact(lines);
        EnvelopeReader envelopes = new EnvelopeReader();
        for (int i = 0; i < block.lines(); i++) {
            assertThat(envelopes.read(block.line(i)).text().toString()).doesNotContain(body);
        }
    }

    private static String docker(String text) {
        return "{\"log\":\"" + text + "\\n\",\"stream\":\"stdout\",\"time\":\"2024-05-01T10:00:00Z\"}\n";
    }

    private RedactedBlock redact(String text) {
        return redactor.redact(new Normalizer().normalize(text.getBytes(StandardCharsets.UTF_8)));
    }
}
