package io.troubleshooter.talk;

import io.troubleshooter.evidence.Hits;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.record.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** "how many errors", "how many lines", "how many hosts", "how often does foo occur". */
final class CountsTopic implements Topic {

    private static final Pattern MANY = Pattern.compile("\\b(?:how many|how often|number of|count(?: of)?) (.+)$");
    private static final Pattern TAIL =
            Pattern.compile("(?i)^(?:did|does|do|is|was|were|are|the|times (?:did|does|do|is|was)?) "
                    + "| (?:are|is|were|was|do|did|does|have|has|happened|occurred|occur|appear)\\b.*$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        String what = question.part(MANY);
        if (what == null || !TimesTopic.spans(scene, question).isEmpty()) {
            return List.of();
        }
        String noun = TAIL.matcher(TAIL.matcher(what).replaceAll(""))
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT);
        return List.of(count(scene, noun.isEmpty() ? what : noun));
    }

    private static Statement count(TalkScene scene, String noun) {
        return switch (noun) {
            case "error", "errors", "error lines" -> level(scene, Level.ERROR, "errors");
            case "warning", "warnings", "warning lines" -> level(scene, Level.WARN, "warnings");
            case "line", "lines" -> lines(scene);
            case "source", "sources", "file", "files" ->
                TalkScene.plain(TalkScene.count(scene.frame().sources().size(), "source") + " "
                        + (scene.frame().sources().size() == 1 ? "was read." : "were read."));
            case "record", "records", "event", "events", "entries" ->
                TalkScene.plain(TalkScene.count(
                                scene.frame().levels().values().stream()
                                        .mapToLong(n -> n)
                                        .sum(),
                                "record")
                        + " in all.");
            default -> other(scene, noun);
        };
    }

    private static Statement level(TalkScene scene, Level level, String noun) {
        long count = scene.frame().levels().entrySet().stream()
                .filter(each -> level == Level.ERROR ? each.getKey().isError() : each.getKey() == level)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return TalkScene.plain(count + " of the records are " + noun + ".");
    }

    private static Statement lines(TalkScene scene) {
        StringBuilder text = new StringBuilder();
        for (SourceSummary source : scene.frame().sources()) {
            text.append(text.isEmpty() ? "" : ", ").append(source.id()).append(" has ");
            text.append(TalkScene.count(source.lines(), "line"));
        }
        return TalkScene.plain(text.isEmpty() ? HelpTopic.NO_EVIDENCE : text + ".");
    }

    private static Statement other(TalkScene scene, String noun) {
        String kind = noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        List<Entity> entities = scene.frame().entities().stream()
                .filter(entity -> entity.kind().equals(kind.replace(' ', '-')))
                .toList();
        if (!entities.isEmpty()) {
            String most = entities.get(0).value().toString();
            return scene.cited(
                    TalkScene.count(entities.size(), "different " + kind) + "; most often "
                            + TalkScene.words(most) + ", "
                            + TalkScene.count(entities.get(0).count(), "time")
                            + ":",
                    entities.get(0).lines());
        }
        Hits hits = SearchTopic.hits(scene, SearchTopic.bare(noun));
        return hits == null || hits.total() == 0
                ? TalkScene.plain("No line contains " + TalkScene.words(noun) + ".")
                : scene.cited(
                        TalkScene.count(hits.total(), "line") + " with "
                                + TalkScene.words(SearchTopic.bare(noun))
                                + TalkScene.shown(hits.total()),
                        hits.lines());
    }
}
