package io.troubleshooter.talk;

import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "show errors around 10:42", "what happened between 10:00 and 10:10", "warnings in the last 5 minutes". */
final class TimesTopic implements Topic {

    private static final Pattern BEFORE = Pattern.compile("\\b(?:before|until|till|up to|prior to)\\b");
    private static final Pattern AFTER = Pattern.compile("\\b(?:after|since|from|starting)\\b");
    private static final Pattern ENDS =
            Pattern.compile("\\b(last|first|final) (?:(\\d{1,6}) )?(second|sec|minute|min|hour)s?\\b");
    private static final long ABOUT_SECONDS = 60;

    /**
     * A stretch of time and the moment in it that matters most.
     *
     * @param from first moment, included
     */
    record Stretch(Instant from, Instant to, Instant anchor) {}

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        List<Stretch> spans = spans(scene, question);
        return spans.isEmpty() ? List.of() : List.of(show(scene, spans.get(0), question.level()));
    }

    /** The stretch of time that a question names, if it does. */
    static List<Stretch> spans(TalkScene scene, Question question) {
        TimeRange range = scene.range();
        if (range == null) {
            return List.of();
        }
        List<Instant> times = question.times(range);
        if (times.size() >= 2 && !times.get(1).isBefore(times.get(0))) {
            return List.of(new Stretch(times.get(0), end(times.get(1), question), times.get(0)));
        }
        return times.isEmpty() ? atAnEnd(question, range) : List.of(about(times.get(0), question, range));
    }

    private static Instant end(Instant time, Question question) {
        return question.namesMinutes() ? time.plusSeconds(59).plusMillis(999) : time.plusMillis(999);
    }

    private static Stretch about(Instant time, Question question, TimeRange range) {
        if (question.says(BEFORE)) {
            return new Stretch(range.first(), time.minusMillis(1), time);
        }
        if (question.says(AFTER)) {
            return new Stretch(time, range.last(), time);
        }
        Instant to = end(time, question).plusSeconds(ABOUT_SECONDS);
        return new Stretch(time.minusSeconds(ABOUT_SECONDS), to, time);
    }

    private static List<Stretch> atAnEnd(Question question, TimeRange range) {
        Matcher ends = ENDS.matcher(question.lower());
        if (!ends.find()) {
            return List.of();
        }
        long count = ends.group(2) == null ? 1 : Long.parseLong(ends.group(2));
        long unit = ends.group(3).startsWith("h") ? 3_600 : ends.group(3).startsWith("m") ? 60 : 1;
        Duration length = Duration.ofSeconds(count * unit);
        Stretch stretch = ends.group(1).equals("first")
                ? new Stretch(range.first(), range.first().plus(length), range.first())
                : new Stretch(range.last().minus(length), range.last(), range.last());
        return List.of(stretch);
    }

    /** The records of a stretch of time: where there are too many, the severe ones and the nearest to its moment. */
    static Statement show(TalkScene scene, Stretch stretch, Level level) {
        List<Entry> found = scene.evidence().between(stretch.from, stretch.to, level);
        String span = "from " + scene.clock(stretch.from) + " to " + scene.clock(stretch.to);
        if (found.isEmpty()) {
            return nothing(scene, stretch, level, span);
        }
        long errors = found.stream().filter(entry -> entry.level().isError()).count();
        String text = found.size() + " " + noun(level, found.size()) + " " + span
                + (level == Level.ERROR ? "" : ", of which " + TalkScene.count(errors, "error"))
                + TalkScene.shown(found.size());
        return scene.cited(text, chosen(found, stretch.anchor));
    }

    private static Statement nothing(TalkScene scene, Stretch stretch, Level level, String span) {
        List<Entry> near = new ArrayList<>();
        scene.evidence().entries(EvidenceQuery.ALL.atLeast(level), entry -> {
            if (entry.time() != null) {
                near.add(entry);
            }
        });
        String none = "No " + noun(level, 1) + " " + span + ".";
        if (near.isEmpty()) {
            return TalkScene.plain(none);
        }
        near.sort(Comparator.comparing(entry -> distance(entry, stretch.anchor)));
        Entry nearest = near.get(0);
        Instant time = nearest.time();
        return scene.cited(
                none + (time == null ? "" : " The nearest is at " + scene.clock(time) + ":"),
                TalkScene.lines(List.of(nearest)));
    }

    private static String noun(Level level, int count) {
        return switch (level) {
            case ERROR -> count == 1 ? "error" : "errors";
            case WARN -> count == 1 ? "warning or error" : "warnings and errors";
            default -> count == 1 ? "record" : "records";
        };
    }

    /** Some of the records, in the order of time. */
    static List<LineRef> chosen(List<Entry> found, Instant anchor) {
        List<Entry> chosen = new ArrayList<>(found);
        chosen.sort(Comparator.comparing((Entry entry) -> !entry.level().isAtLeast(Level.WARN))
                .thenComparing(entry -> distance(entry, anchor)));
        List<Entry> few = new ArrayList<>(chosen.subList(0, Math.min(TalkScene.LINES, chosen.size())));
        few.sort(Comparator.comparing(TimesTopic::time));
        return TalkScene.lines(few);
    }

    private static Duration distance(Entry entry, Instant moment) {
        return Duration.between(moment, time(entry)).abs();
    }

    private static Instant time(Entry entry) {
        Instant time = entry.time();
        return time == null ? Instant.EPOCH : time;
    }
}
