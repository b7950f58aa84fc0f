package io.troubleshooter.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The corpus: texts with their secrets marked, and texts without any. */
final class RedactionCorpus {

    /** A text and what must not come out of it. */
    record Positive(String kind, String text, List<String> secrets, String around) {}

    private RedactionCorpus() {}

    static List<Positive> positives() {
        return positives("positives.txt");
    }

    /** The second corpus, which was written from the table of kinds, not from the detectors or the first corpus. */
    static List<Positive> secondPositives() {
        return positives("second-positives.txt");
    }

    static List<String> secondNegatives() {
        return lines("second-negatives.txt");
    }

    private static List<Positive> positives(String file) {
        List<Positive> positives = new ArrayList<>();
        for (String line : lines(file)) {
            int tab = line.indexOf('\t');
            positives.add(parse(line.substring(0, tab), line.substring(tab + 1)));
        }
        return positives;
    }

    static List<String> negatives() {
        return lines("negatives.txt");
    }

    private static Positive parse(String kind, String marked) {
        List<String> secrets = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        StringBuilder around = new StringBuilder();
        int from = 0;
        for (int open = marked.indexOf('«'); open >= 0; open = marked.indexOf('«', from)) {
            int close = marked.indexOf('»', open);
            text.append(marked, from, open).append(marked, open + 1, close);
            around.append(marked, from, open).append(' ');
            secrets.add(marked.substring(open + 1, close));
            from = close + 1;
        }
        text.append(marked.substring(from));
        around.append(marked.substring(from));
        return new Positive(kind, text.toString(), secrets, around.toString());
    }

    private static List<String> lines(String file) {
        try (InputStream in = RedactionCorpus.class.getResourceAsStream("/redaction/" + file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace('⏎', '\n'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a run of half the secret, of four characters at least, stands in the text. */
    static boolean survives(String secret, String text) {
        int run = Math.max(4, (secret.length() + 1) / 2);
        for (int k = 0; k + run <= secret.length(); k++) {
            if (text.contains(secret.substring(k, k + run))) {
                return true;
            }
        }
        return false;
    }
}
