package io.troubleshooter.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any message, however hostile. */
class TemplateMinerPropertyTest {

    private final Redactor redactor = Redactor.create();

    @Property(tries = 200)
    void theSameMessagesHaveTheSameTemplates(@ForAll("messages") List<String> messages) {
        assertThat(texts(mine(messages))).isEqualTo(texts(mine(messages)));
    }

    @Property(tries = 200)
    void twoPartsMergedGiveWhatTheWholeGives(
            @ForAll("messages") List<String> messages, @ForAll @IntRange(max = 40) int cut) {
        int middle = Math.min(cut, messages.size());
        TemplateMiner first = mine(messages.subList(0, middle));
        TemplateMiner second = mine(messages.subList(middle, messages.size()));
        first.merge(second);

        TemplateMiner whole = mine(messages);
        assertThat(texts(first)).isEqualTo(texts(whole));
        assertThat(counts(first)).isEqualTo(counts(whole));
    }

    @Property(tries = 200)
    void variablePartsLieInTheMessageOneAfterTheOther(@ForAll("message") String message) {
        RedactedText text = redactor.redact(message);
        TemplateMiner miner = new TemplateMiner(10);
        miner.add(text);
        Variables variables = miner.variables();
        int end = 0;
        for (int i = 0; i < variables.count(); i++) {
            assertThat(variables.start(i)).isBetween(end, variables.end(i));
            assertThat(variables.labelStart(i)).isBetween(0, variables.labelEnd(i));
            assertThat(variables.labelEnd(i)).isLessThanOrEqualTo(variables.start(i));
            end = variables.end(i);
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 200)
    void distinctLinesStayWithinTheLimit(
            @ForAll("messages") List<String> messages, @ForAll @IntRange(min = 1, max = 30) int max) {
        TemplateMiner miner = new TemplateMiner(max);
        for (String message : messages) {
            assertThat(miner.add(redactor.redact(message))).isBetween(0, max - 1);
        }
        assertThat(miner.size()).isLessThanOrEqualTo(max);
        assertThat(miner.cluster().all()).hasSizeLessThanOrEqualTo(max);
    }

    @Property(tries = 200)
    void aTemplateKeepsTheWordsThatItDoesNotReplace(@ForAll("message") String message) {
        RedactedText text = redactor.redact(message);
        TemplateMiner miner = new TemplateMiner(10);
        miner.add(text);
        String rest = text.toString();
        for (String piece : texts(miner).get(0).split("<\\*>| ")) {
            int at = rest.indexOf(piece);
            assertThat(at).as(piece).isGreaterThanOrEqualTo(0);
            rest = rest.substring(at + piece.length());
        }
    }

    private TemplateMiner mine(List<String> messages) {
        TemplateMiner miner = new TemplateMiner(1000);
        for (String message : messages) {
            miner.add(redactor.redact(message));
        }
        return miner;
    }

    private static List<String> texts(TemplateMiner miner) {
        Templates templates = miner.cluster();
        List<String> texts = new ArrayList<>();
        for (int id = 0; id < miner.size(); id++) {
            texts.add(templates.all().get(templates.indexOf(id)).text().toString());
        }
        return texts;
    }

    private static List<Long> counts(TemplateMiner miner) {
        List<Long> counts = new ArrayList<>();
        for (int id = 0; id < miner.size(); id++) {
            counts.add(miner.count(id));
        }
        return counts;
    }

    @Provide
    Arbitrary<List<String>> messages() {
        return message().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> message() {
        Arbitrary<String> pieces = Arbitraries.of(
                "alpha",
                "beta",
                "eth0",
                "eth1",
                "10.1.2.3",
                ":",
                ":80",
                "<ip:3>",
                "<",
                ">",
                "=",
                "==",
                "\"",
                "'",
                "(",
                ")",
                "[]",
                " ",
                "  ",
                " - ",
                "..",
                ".",
                "/var/log",
                "C:\\a",
                "http://x/y?z",
                "5",
                " seconds",
                " bytes",
                " (1.5 KB)",
                "Jun",
                " 17 ",
                "07:07:00",
                "2024-01-02",
                "-1",
                "ffffffff",
                "a@b",
                "x=",
                "user ",
                "for ",
                "1.5",
                "é",
                "\u0001",
                "\t",
                "::::",
                "0x1f",
                "-",
                "_",
                "@",
                "#1",
                "null",
                "arn:",
                "~",
                "%",
                "v1.2");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(25).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(200));
    }
}
