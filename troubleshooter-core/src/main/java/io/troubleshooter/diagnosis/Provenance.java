package io.troubleshooter.diagnosis;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where words stand in the evidence: nowhere, only where strangers write, or where programs do. */
final class Provenance {

    private static final int MAX_LINE = 20_000;
    private static final int ORDER = 120;
    private static final Set<String> COMMANDS = WordFile.read("commands.txt");

    /** Where something stands, the better place last. */
    enum Place {
        NOWHERE,
        USERS,
        PROGRAMS
    }

    private static final int MAX_KNOWN = 2_000;

    private final Evidence evidence;
    private final Map<String, Place> known = new ConcurrentHashMap<>();

    Provenance(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The best place of each; the lines are read once for all that were not asked for before. */
    Map<String, Place> of(Collection<String> wanted) {
        Map<String, Place> places = new HashMap<>();
        for (String word : wanted) {
            if (!known.containsKey(word)) {
                places.put(word, Place.NOWHERE);
            }
        }
        search(places);
        if (known.size() < MAX_KNOWN) {
            known.putAll(places);
        }
        for (String word : wanted) {
            places.putIfAbsent(word, known.getOrDefault(word, Place.NOWHERE));
        }
        return places;
    }

    private void search(Map<String, Place> places) {
        if (places.isEmpty()) {
            return;
        }
        WordSieve sieve = new WordSieve(places.keySet());
        for (String source : evidence.sources()) {
            long last = evidence.lines(source);
            for (long line = 1; line <= last; line++) {
                RedactedText text = evidence.text(LineRef.of(source, line));
                if (text != null && sieve.passes(text)) {
                    look(start(text), places);
                    if (!isOpen(places)) {
                        return;
                    }
                }
            }
        }
    }

    private static String start(RedactedText text) {
        return text.slice(0, Math.min(MAX_LINE, text.length())).toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isOpen(Map<String, Place> places) {
        for (Place place : places.values()) {
            if (place != Place.PROGRAMS) {
                return true;
            }
        }
        return false;
    }

    private static void look(String line, Map<String, Place> places) {
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            if (entry.getValue() != Place.PROGRAMS) {
                entry.setValue(best(line, entry.getKey(), entry.getValue()));
            }
        }
    }

    private static Place best(String line, String word, Place soFar) {
        Place best = soFar;
        for (int at = line.indexOf(word); at >= 0 && best != Place.PROGRAMS; at = line.indexOf(word, at + 1)) {
            if (isWhole(line, at, word)) {
                best = LineTrust.isUsers(line, at) || isOrdered(line, at, word) ? Place.USERS : Place.PROGRAMS;
            }
        }
        return best;
    }

    /**
     * Whether the line tells somebody to install or run it: no program needs to, and whoever can forge a line would. What
     * is really missing is named by other lines too.
     */
    private static boolean isOrdered(String line, int at, String word) {
        String before = line.substring(Math.max(0, at - ORDER), at);
        if (word.indexOf(' ') > 0) {
            boolean ordered = before.endsWith("run ") || before.endsWith("execute ");
            return ordered && CommandRisk.least(word).equals("high");
        }
        return before.contains(" install ") || isToBeRun(before, "run ") || isToBeRun(before, "execute ");
    }

    /** Whether a command to be run, or to be executed, stands before. */
    private static boolean isToBeRun(String before, String order) {
        int at = before.lastIndexOf(order);
        return at >= 0
                && COMMANDS.contains(before.substring(at + order.length()).split(" ", 2)[0]);
    }

    private static boolean isWhole(String line, int at, String word) {
        int end = at + word.length();
        boolean before = at == 0 || !isPart(line.charAt(at - 1)) || !isPart(word.charAt(0));
        boolean after = end >= line.length() || !isPart(line.charAt(end)) || !isPart(word.charAt(word.length() - 1));
        return before && after;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
