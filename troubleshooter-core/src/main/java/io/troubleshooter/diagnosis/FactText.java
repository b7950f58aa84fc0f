package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text that claims are compared with, indexed so that each fact is found without reading all of it again. */
final class FactText {

    private static final int MAX_WORD = 60;

    private final String text;
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<Quantity>> quantities = new HashMap<>();
    private final Set<Double> plain = new HashSet<>();
    private final List<Integer> clocks;

    FactText(String text) {
        this.text = NormalText.of(text).toLowerCase(Locale.ROOT);
        this.clocks = LogTimes.clocks(this.text);
        index();
    }

    private void index() {
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = start;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                words.add(text.substring(start, Math.min(end, start + MAX_WORD)));
                if (isDigit(start)) {
                    end = addNumber(start, end);
                }
            }
        }
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Notes the number that begins at {@code start}; where its digits end after a point, the end moves there. */
    private int addNumber(int start, int wordEnd) {
        int end = wordEnd;
        while (end + 1 < text.length() && ".,".indexOf(text.charAt(end)) >= 0 && isDigit(end + 1) && end - start < 20) {
            end++;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
        }
        boolean percent = end < text.length() && text.charAt(end) == '%';
        Quantity quantity = Quantity.parse(text.substring(start, Math.min(end + (percent ? 1 : 0), start + 30)), "");
        Quantity spaced = Quantity.parse(text.substring(start, Math.min(end, start + 30)), nextWord(end));
        note(spaced == null || spaced.isPlain() ? quantity : spaced);
        return end > wordEnd && quantity == null ? wordEnd : end;
    }

    private void note(@Nullable Quantity quantity) {
        if (quantity == null) {
            return;
        }
        if (quantity.isPlain()) {
            plain.add(quantity.value());
        } else {
            quantities
                    .computeIfAbsent(quantity.unit(), unit -> new ArrayList<>())
                    .add(quantity);
        }
    }

    private String nextWord(int at) {
        int start = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        int end = start;
        while (end < text.length() && end - start < 12 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return start == at ? "" : text.substring(start, end);
    }

    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** Whether it stands there, case aside, and not as part of a longer word or number. */
    boolean contains(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!mayContain(wanted)) {
            return false;
        }
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (isEdge(at) && isEdge(at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of its words are known: nearly all that has been made up fails here, without a search. */
    private boolean mayContain(String wanted) {
        int end;
        for (int start = 0; start < wanted.length(); start = end + 1) {
            end = start;
            while (end < wanted.length() && Character.isLetterOrDigit(wanted.charAt(end))) {
                end++;
            }
            if (end > start && !words.contains(wanted.substring(start, Math.min(end, start + MAX_WORD)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEdge(int at) {
        return at == 0
                || at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** Whether it has that quantity in any unit, or the bare number. */
    boolean has(Quantity wanted) {
        if (plain.contains(wanted.value())) {
            return true;
        }
        if (wanted.isPlain()) {
            return quantities.values().stream().flatMap(List::stream).anyMatch(q -> q.value() == wanted.value());
        }
        return quantities.getOrDefault(wanted.unit(), List.of()).stream().anyMatch(wanted::says);
    }

    /** Whether the time stands there; of one with a date, whether both do. */
    boolean hasTime(String time) {
        int split = Math.max(time.indexOf('T'), time.indexOf('t'));
        if (LogTimes.isDate(time, 0) && split > 0) {
            return contains(time.substring(0, split)) && hasTime(time.substring(split + 1));
        }
        String bare = time.endsWith("Z") || time.endsWith("z") ? time.substring(0, time.length() - 1) : time;
        String wanted = bare.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            boolean inside = at > 0
                    && (Character.isDigit(text.charAt(at - 1))
                            || (text.charAt(at - 1) == ':'
                                    && wanted.length() < 6
                                    && at > 1
                                    && Character.isDigit(text.charAt(at - 2))
                                    && !isDateColon(at - 1)));
            if (!inside
                    && (at + wanted.length() >= text.length()
                            || !Character.isDigit(text.charAt(at + wanted.length())))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the colon stands between a year and an hour, as web servers write times. */
    private boolean isDateColon(int colon) {
        return colon >= 5 && text.charAt(colon - 5) == '/';
    }

    /** Whether two times, of this text or one of each, lie that far apart. */
    boolean hasDifference(Quantity wanted, FactText other) {
        return isBetween(clocks, clocks, wanted)
                || isBetween(clocks, other.clocks, wanted)
                || isBetween(other.clocks, other.clocks, wanted);
    }

    private static boolean isBetween(List<Integer> from, List<Integer> to, Quantity wanted) {
        for (int a : from) {
            for (int b : to) {
                if (b > a && wanted.says(new Quantity(b - a, 0, "s", 1))) {
                    return true;
                }
            }
        }
        return false;
    }
}
