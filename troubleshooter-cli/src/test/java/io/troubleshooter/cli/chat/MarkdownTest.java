package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static String plain(int columns, String text) {
        Paper paper = Paper.of(columns);
        Markdown.print(paper.ink(), text);
        return paper.text();
    }

    @Test
    void paragraphsAreWrappedBetweenWords() {
        assertThat(plain(24, "one two three four five\nsix seven\n\neight"))
                .isEqualTo("one two three four five\nsix seven\neight\n");
    }

    @Test
    void listsHangAndCodeIsNotWrapped() {
        assertThat(plain(
                        24,
                        "- first of all these many words\n2. second\n```sh\nkubectl get pods --all-namespaces\n```"))
                .isEqualTo(
                        "  - first of all these\n    many words\n  2. second\n    kubectl get pods --all-namespaces\n");
    }

    @Test
    void boldAndCodeAreShownInColourAndCodeAlsoWithout() {
        Paper colored = Paper.colored(80);
        Markdown.print(colored.ink(), "a **bold** `code`");
        assertThat(colored.text()).isEqualTo("a \u001b[1mbold\u001b[0m \u001b[36mcode\u001b[0m\n");
        assertThat(plain(80, "a **bold** `code`")).isEqualTo("a bold `code`\n");
    }

    @Test
    void whatIsNoMarkupStandsAsItWasWritten() {
        assertThat(plain(80, "<ip:1> has __init__, 2 * 3 and an open ` mark"))
                .isEqualTo("<ip:1> has __init__, 2 * 3 and an open ` mark\n");
    }

    @Test
    void nothingInAnAnswerReachesTheTerminalAsAControlCode() {
        String hostile = "a\u001b[2Jb\u0007\u009b31mc\u202ed\u001b]0;title\u001b\\e\r\nf\u0000";
        assertThat(plain(80, hostile)).doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]");
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(Printable.width("日本")).isEqualTo(4);
        assertThat(Printable.cut("日本語のログ", 8)).isEqualTo("日本...");
    }
}
