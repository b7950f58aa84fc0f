package io.troubleshooter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.troubleshooter.record.RecordOptions;
import io.troubleshooter.record.RecordReader;
import io.troubleshooter.record.SourceProfile;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.Redactor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Floors under the scores on nine sets, one setting for all; prints the table of docs/measurements-templates.md. */
class LoghubTest {

    private static final int MAX_MASKED = 20_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    private Loghub loghub;

    @BeforeEach
    void findSamples() {
        loghub = Loghub.find();
        assumeTrue(loghub != null, "skipped: the Loghub samples are not beside this checkout");
    }

    @Test
    void messagesAloneAreGroupedWell() {
        ParsingScore mean = scores("messages", loghub::contents, this::mineMessages);
        assertAtLeast(mean, new ParsingScore(0.97, 0.95, 0.88, 0.83));
    }

    @Test
    void rawLinesAreGroupedAsWellAsMessages() {
        ParsingScore mean = scores("raw lines", loghub::lines, this::mineRaw);
        assertAtLeast(mean, new ParsingScore(0.97, 0.95, 0.88, 0.83));
    }

    private static void assertAtLeast(ParsingScore score, ParsingScore floor) {
        assertThat(score.ga()).isGreaterThanOrEqualTo(floor.ga());
        assertThat(score.fga()).isGreaterThanOrEqualTo(floor.fga());
        assertThat(score.pa()).isGreaterThanOrEqualTo(floor.pa());
        assertThat(score.fta()).isGreaterThanOrEqualTo(floor.fta());
    }

    private ParsingScore scores(
            String title, Function<String, List<String>> input, Function<List<String>, List<String>> miner) {
        System.out.println(title + ": GA FGA PA FTA on corrected truth, GA FGA on original truth");
        List<ParsingScore> scores = new ArrayList<>();
        List<ParsingScore> originals = new ArrayList<>();
        for (String set : Loghub.SETS) {
            List<String> found = miner.apply(input.apply(set));
            scores.add(ParsingScore.of(loghub.correctedTemplates(set), found));
            originals.add(ParsingScore.of(loghub.originalTemplates(set), found));
            print(set, scores.get(scores.size() - 1), originals.get(originals.size() - 1));
        }
        print("mean", ParsingScore.mean(scores), ParsingScore.mean(originals));
        return ParsingScore.mean(scores);
    }

    private static void print(String name, ParsingScore score, ParsingScore original) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                name,
                score.ga(),
                score.fga(),
                score.pa(),
                score.fta(),
                original.ga(),
                original.fga());
    }

    private List<String> mineMessages(List<String> messages) {
        TemplateMiner miner = new TemplateMiner(MAX_MASKED);
        int[] ids = new int[messages.size()];
        List<RedactedText> redacted = redact(messages);
        for (int line = 0; line < ids.length; line++) {
            ids[line] = miner.add(redacted.get(line));
        }
        return texts(miner, ids);
    }

    private List<String> mineRaw(List<String> lines) {
        List<RedactedText> redacted = redact(lines);
        SourceProfile profile = SourceProfile.of(redacted.subList(0, SourceProfile.HEAD_LINES));
        TemplateMiner miner = new TemplateMiner(MAX_MASKED);
        int[] ids = new int[lines.size()];
        RecordReader reader = new RecordReader(
                "S1",
                profile,
                new RecordOptions(CLOCK, ZoneOffset.UTC, 1_000, 1 << 20),
                record -> Arrays.fill(
                        ids,
                        (int) record.lines().first() - 1,
                        (int) record.lines().last(),
                        miner.add(record)));
        for (int line = 0; line < ids.length; line++) {
            reader.accept(redacted.get(line), line + 1);
        }
        reader.finish();
        return texts(miner, ids);
    }

    private static List<RedactedText> redact(List<String> lines) {
        Redactor redactor = RedactionSession.create().newRedactor();
        return lines.stream().map(redactor::redact).toList();
    }

    private static List<String> texts(TemplateMiner miner, int[] ids) {
        Templates templates = miner.cluster();
        return Arrays.stream(ids)
                .mapToObj(
                        id -> templates.all().get(templates.indexOf(id)).text().toString())
                .toList();
    }
}
