package io.troubleshooter.cli.chat;

import io.troubleshooter.cli.chat.Ink.Span;
import java.util.ArrayList;
import java.util.List;

/** Styled text as words, each of which may be of several styles. */
final class Words {

    private final List<List<Span>> words = new ArrayList<>();
    private List<Span> word = new ArrayList<>();

    private Words() {}

    static List<List<Span>> of(List<Span> spans) {
        Words words = new Words();
        spans.forEach(words::add);
        words.finish();
        return words.words;
    }

    private void add(Span span) {
        String text = Printable.line(span.text());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    word.add(new Span(text.substring(start, i), span.style()));
                }
                if (i < text.length()) {
                    finish();
                }
                start = i + 1;
            }
        }
    }

    private void finish() {
        if (!word.isEmpty()) {
            words.add(word);
            word = new ArrayList<>();
        }
    }
}
