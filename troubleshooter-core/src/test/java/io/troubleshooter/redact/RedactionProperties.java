package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.RedactionCorpus;
import io.troubleshooter.normalize.NormalizedBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any secret in any surrounding. */
class RedactionProperties {

    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Surroundings that tell by themselves that what they hold is secret. */
    private static final List<String> TELLING = List.of(
            "DB_PASSWORD=%s",
            "export API_TOKEN='%s'",
            "{\"user\":\"app\",\"password\":\"%s\"}",
            "{\"log\":\"{\\\"client_secret\\\":\\\"%s\\\"}\\n\"}",
            "    clientSecret: %s",
            "Settings{host=db, password=%s, port=5432}",
            "{'api_key': '%s', 'n': 1}",
            "postgres://app:%s@db:5432/x",
            "> Authorization: Bearer %s",
            "Cookie: sid=%s; Path=/",
            "<password>%s</password>",
            "ALTER ROLE app WITH PASSWORD '%s'",
            "mysql -u root -p%s shop",
            "GET /cb?access_token=%s&n=1 HTTP/1.1",
            "- name: DB_PASSWORD\n  value: %s",
            "  + password = \"%s\"");

    private static final List<String> NEUTRAL = List.of(
            "%s", "answered 401 for %s (try 2)", "[%s]", "{\"args\":[\"sync\",\"%s\"]}", "at %s, again", "got '%s'");

    @Provide
    Arbitrary<String> planted() {
        Arbitrary<String> plain =
                Arbitraries.strings().withChars(ALNUM).ofLength(24).filter(RedactionProperties::isMixed);
        Arbitrary<String> marked = Arbitraries.of(
                        "ghp_%s%s",
                        "glpat-%s", "sk_live_%s", "npm_%s%s", "hf_%s%s", "github_pat_%1$s%1$s%1$s0123456789")
                .flatMap(form -> plain.map(body -> form.formatted(body, body.substring(0, 12))));
        return marked.flatMap(secret -> Arbitraries.of(NEUTRAL).map(form -> form.formatted(secret) + '\u0000' + secret))
                .edgeCases(edges -> edges.none());
    }

    @Provide
    Arbitrary<String> told() {
        Arbitrary<String> plain =
                Arbitraries.strings().withChars(ALNUM).ofLength(18).filter(RedactionProperties::isMixed);
        return plain.flatMap(secret -> Arbitraries.of(TELLING).map(form -> form.formatted(secret) + '\u0000' + secret));
    }

    private static boolean isMixed(String text) {
        return text.chars().filter(Character::isDigit).count() >= 3
                && text.chars().filter(Character::isUpperCase).count() >= 3
                && text.chars().filter(Character::isLowerCase).count() >= 3;
    }

    @Property(tries = 500)
    void noMarkedSecretSurvivesAnySurrounding(@ForAll("planted") String planted) {
        assertGone(planted);
    }

    @Property(tries = 500)
    void noSecretSurvivesWhereItsSurroundingTells(@ForAll("told") String told) {
        assertGone(told);
    }

    private static void assertGone(String planted) {
        int mark = planted.indexOf('\u0000');
        String text = planted.substring(0, mark);
        String redacted = redact(text);
        assertThat(RedactionCorpus.survives(planted.substring(mark + 1), redacted))
                .as(redacted)
                .isFalse();
        assertThat(redact(redacted)).isEqualTo(redacted);
    }

    @Property(tries = 300)
    void linesStayLines(@ForAll @Size(max = 6) List<String> parts, @ForAll("told") String told) {
        String text =
                String.join(told.substring(0, told.indexOf('\u0000')), parts).replace('\u0000', '-');
        assertThat(redact(text).chars().filter(c -> c == '\n').count())
                .isEqualTo(text.chars().filter(c -> c == '\n').count());
    }

    @Property(tries = 300)
    void timestampsStay(
            @ForAll @IntRange(min = 1, max = 2_000_000_000) int second, @ForAll @IntRange(max = 999) int milli) {
        java.time.Instant time = java.time.Instant.ofEpochSecond(second, milli * 1_000_000L);
        String text = time + " INFO ready " + time.toEpochMilli() + " " + second + "." + milli;
        assertThat(redact(text)).isEqualTo(text);
    }

    @Property(tries = 200)
    void oneValueHasOnePlaceholder(@ForAll("told") String told) {
        String text = told.substring(0, told.indexOf('\u0000'));
        String redacted = redact(text + "\n" + text);
        String half = redacted.substring(0, redacted.length() / 2);
        assertThat(redacted).isEqualTo(half + "\n" + half);
    }

    @Property(tries = 100)
    void aPartThatBeginsWithinAKeyIsRedactedAsTheWholeIs(
            @ForAll @IntRange(min = 1, max = 9) int cut, @ForAll long seed) {
        String text = "loading\n-----BEGIN RSA PRIVATE KEY-----\n" + keyLines(new Random(seed))
                + "-----END RSA PRIVATE KEY-----\nok";
        String[] lines = text.split("\n");
        Redactor second = Redactor.create();
        second.prime(block(lines, 0, cut));
        assertThat(text(second.redact(block(lines, cut, lines.length))).replaceAll("\\d+>", ">"))
                .isEqualTo(after(redact(text), cut).replaceAll("\\d+>", ">"));
    }

    private static String keyLines(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < 6; line++) {
            for (int k = 0; k < (line < 5 ? 64 : 20); k++) {
                lines.append(ALNUM.charAt(random.nextInt(ALNUM.length())));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static String after(String text, int lines) {
        return String.join("\n", List.of(text.split("\n")).subList(lines, text.split("\n").length)) + "\n";
    }

    private static NormalizedBlock block(String[] lines, int from, int to) {
        int[] starts = new int[to - from];
        int[] ends = new int[to - from];
        long[] numbers = new long[to - from];
        StringBuilder all = new StringBuilder();
        for (int i = from; i < to; i++) {
            starts[i - from] = all.length();
            all.append(lines[i]);
            ends[i - from] = all.length();
            numbers[i - from] = i + 1L;
            all.append('\n');
        }
        return new NormalizedBlock(
                all.toString().getBytes(StandardCharsets.US_ASCII), starts, ends, numbers, to - from);
    }

    private static String text(RedactedBlock block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            block.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String redact(String text) {
        return Redactor.create().redact(text).toString();
    }
}
