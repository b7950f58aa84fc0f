package io.troubleshooter.contract;

import io.troubleshooter.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The corpus: texts with their secrets marked, and texts without any. */
public final class RedactionCorpus {

    /** A text and what must not come out of it. */
    public record Positive(String kind, String text, List<String> secrets, String around) {}

    private RedactionCorpus() {}

    public static List<Positive> positives() {
        return positives("positives.txt");
    }

    /** The second corpus, which was written from the table of kinds, not from the detectors or the first corpus. */
    public static List<Positive> secondPositives() {
        return positives("second-positives.txt");
    }

    public static List<String> secondNegatives() {
        return lines("second-negatives.txt");
    }

    /** A third of both, without those that the redactor misses when it is given them alone: to be planted elsewhere. */
    public static List<Positive> plantable() {
        return sample().stream().filter(positive -> !isMissedAlone(positive)).toList();
    }

    /** A third of both. */
    public static List<Positive> sample() {
        List<Positive> all = new ArrayList<>(secondPositives());
        all.addAll(positives());
        List<Positive> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            sample.add(all.get(i));
        }
        return sample;
    }

    public static boolean isMissedAlone(Positive positive) {
        String redacted = Redactor.create().redact(positive.text()).toString();
        return positive.secrets().stream().anyMatch(redacted::contains);
    }

    /**
     * The planted secrets that stand in what came out. Those that also stand, unmarked, in another planted text are no
     * leak where they are found.
     */
    public static List<String> leaks(List<Positive> planted, String out) {
        StringBuilder around = new StringBuilder();
        planted.forEach(positive -> around.append(positive.around()).append('\n'));
        String innocent = around.toString();
        List<String> leaks = new ArrayList<>();
        for (Positive positive : planted) {
            for (String secret : positive.secrets()) {
                if (secret.length() >= 5 && out.contains(secret) && !innocent.contains(secret)) {
                    leaks.add(positive.kind() + ": " + secret);
                }
            }
        }
        return leaks;
    }

    private static List<Positive> positives(String file) {
        List<Positive> positives = new ArrayList<>();
        for (String line : lines(file)) {
            int tab = line.indexOf('\t');
            positives.add(parse(line.substring(0, tab), line.substring(tab + 1)));
        }
        return positives;
    }

    public static List<String> negatives() {
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
    public static boolean survives(String secret, String text) {
        int run = Math.max(4, (secret.length() + 1) / 2);
        for (int k = 0; k + run <= secret.length(); k++) {
            if (text.contains(secret.substring(k, k + run))) {
                return true;
            }
        }
        return false;
    }
}
