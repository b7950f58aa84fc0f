package io.troubleshooter.talk;

import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "show S1:10-20", "lines 10 to 20", "line 7". */
final class LinesTopic implements Topic {

    private static final int MAX = 50;

    private static final Pattern REFERENCE =
            Pattern.compile("\\b([st]\\d{1,6}):(\\d{1,12})(?:\\s?(?:-|to|\\.\\.)\\s?(\\d{1,12}))?\\b");
    private static final Pattern NUMBERS = Pattern.compile(
            "\\blines? (\\d{1,12})(?:\\s?(?:-|to|\\.\\.|and|through|until)\\s?(\\d{1,12}))?\\b(?:.*?\\b(s\\d{1,6})\\b)?");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        Matcher reference = REFERENCE.matcher(question.lower());
        if (reference.find()) {
            return show(scene, reference.group(1), reference.group(2), reference.group(3));
        }
        Matcher numbers = NUMBERS.matcher(question.lower());
        if (numbers.find()) {
            String source = numbers.group(3) == null ? "S1" : numbers.group(3);
            return show(scene, source, numbers.group(1), numbers.group(2));
        }
        return List.of();
    }

    private static List<Statement> show(TalkScene scene, String id, String from, @Nullable String to) {
        String source = id.toUpperCase(Locale.ROOT);
        long lines = scene.evidence().lines(source);
        long first = Long.parseLong(from);
        long last = Math.min(lines, Math.max(first, to == null ? first : Long.parseLong(to)));
        if (lines == 0) {
            return List.of(TalkScene.plain("There is no source of that id. There are: "
                    + String.join(", ", scene.evidence().sources()) + "."));
        }
        if (first < 1 || first > lines) {
            return List.of(TalkScene.plain(source + " has lines 1 to " + lines + "."));
        }
        List<LineRef> shown = new ArrayList<>();
        for (long line = first; line <= Math.min(last, first + MAX - 1); line++) {
            shown.add(LineRef.of(source, line));
        }
        String more = last - first >= MAX ? " (" + MAX + " at a time)" : "";
        Statement statement = scene.cited(new LineRef(source, first, last) + more + ":", shown);
        return List.of(
                statement.citations().isEmpty()
                        ? TalkScene.plain("These lines are blank or no longer kept.")
                        : statement);
    }
}
