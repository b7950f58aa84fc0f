package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.talk.PlainText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** JSON that comes in pieces, from a model that may write anything. */
class ReplyParserTest {

    private static final class Seen implements ReplyParser.Sink {
        final List<String> events = new ArrayList<>();

        @Override
        public void member(String name, JsonNode value) {
            events.add(name + "=" + value);
        }

        @Override
        public void element(String name, JsonNode value) {
            events.add(name + "[]=" + value);
        }
    }

    private static List<String> read(String json, int piece) {
        Seen seen = new Seen();
        ReplyParser parser = new ReplyParser(seen);
        for (int at = 0; at < json.length(); at += piece) {
            parser.feed(json.substring(at, Math.min(json.length(), at + piece)));
        }
        return seen.events;
    }

    @Test
    void membersAndElementsComeWhenTheyAreComplete() {
        Seen seen = new Seen();
        ReplyParser parser = new ReplyParser(seen);
        parser.feed("{\"a\":[{\"x\":[1,2]},");
        assertThat(seen.events).containsExactly("a[]={\"x\":[1,2]}");
        parser.feed("\"b\"],\"c\":{\"d\":1},\"e\":tr");
        assertThat(seen.events).containsExactly("a[]={\"x\":[1,2]}", "a[]=\"b\"", "c={\"d\":1}");
        parser.feed("ue}");
        assertThat(seen.events).last().isEqualTo("e=true");
        assertThat(parser.ended()).isTrue();
    }

    @Property
    void piecesDoNotMatter(@ForAll @IntRange(min = 1, max = 40) int piece) {
        String json =
                "Here it is: ```json\n{\"s\":[{\"t\":\"Größe \\ud83d\\ude00 😀\"},[1,[2]]],\"v\":null,\"n\":{\"a\":[]}}\n```";
        assertThat(read(json, piece)).isEqualTo(read(json, json.length())).hasSize(4);
    }

    @Property(tries = 300)
    void nothingThatAModelWritesFails(
            @ForAll @StringLength(max = 300) String garbage, @ForAll @IntRange(min = 1, max = 30) int piece) {
        assertThat(read("{\"a\":[1," + garbage, piece)).isNotNull();
        assertThat(read(garbage, piece)).isNotNull();
    }

    @Test
    void whatWasCompleteBeforeABreakStays() {
        assertThat(read("{\"a\":[{\"x\":1},{\"x\":2", 3)).containsExactly("a[]={\"x\":1}");
        assertThat(read("{\"a\":[{\"x\":1},}", 3)).containsExactly("a[]={\"x\":1}");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(read("{\"a\":" + "[".repeat(100_000), 5_000)).isEmpty();
        assertThat(read("{\"a\":\"" + "x".repeat(2_000_000) + "\"}", 10_000)).isEmpty();
        assertThat(read("{\"a\":" + "9".repeat(100_000) + "}", 10_000)).isEmpty();
    }

    @Property(tries = 200)
    void plainTextHasNothingThatActs(@ForAll @StringLength(max = 400) String text) throws Exception {
        String plain = PlainText.of("x" + text + "<script src=a>[a](http://b)", 2_000);
        assertThat(plain).doesNotContain("<script", "\u001b", "\u0000", "\u202e", "](http");
        assertThat(new ObjectMapper().writeValueAsString(plain)).isNotEmpty();
    }

    @Test
    void plainTextKeepsPlaceholdersAndCode() {
        assertThat(PlainText.of("<ip:1> had <none> of List<String>, see `a < b`", 200))
                .isEqualTo("<ip:1> had <none> of List<String>, see `a < b`");
        assertThat(PlainText.of("see [the docs](http://x.example/y) and ![p](http://z/q.png)", 200))
                .isEqualTo("see the docs (http://x.example/y) and p");
        assertThat(PlainText.of("a".repeat(50), 10)).hasSize(13).endsWith("...");
    }
}
