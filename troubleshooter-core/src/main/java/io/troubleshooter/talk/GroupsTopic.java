package io.troubleshooter.talk;

import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** "list groups", "which kinds of errors are there", "most frequent messages", "show all errors". */
final class GroupsTopic implements Topic {

    private static final int MAX = 10;
    private static final Pattern GROUPS =
            Pattern.compile("\\b(?:groups?|kinds?|types?|templates?|patterns?|clusters?)\\b");
    private static final Pattern LIST =
            Pattern.compile("\\b(?:list|show|give|which|what|all|any|print|display|other|more)\\b");
    private static final Pattern FREQUENT =
            Pattern.compile("\\b(?:most (?:common|frequent|often)|top|noisiest|loudest|frequent)\\b");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        boolean frequent = question.says(FREQUENT);
        boolean severe = question.level() != Level.UNKNOWN
                && !question.lower().contains("wrong")
                && !question.lower().contains("broke");
        if (!question.says(GROUPS) && !frequent && !(severe && question.says(LIST))) {
            return List.of();
        }
        List<EventGroup> groups = new ArrayList<>(scene.frame().groups().stream()
                .filter(group -> group.level().isAtLeast(question.level()))
                .toList());
        if (groups.isEmpty()) {
            return List.of(TalkScene.plain("There is none."));
        }
        if (frequent) {
            groups.sort(Comparator.comparingLong(EventGroup::count).reversed());
        }
        return statements(scene, groups);
    }

    private static List<Statement> statements(TalkScene scene, List<EventGroup> groups) {
        List<Statement> statements = new ArrayList<>();
        for (EventGroup group : groups.subList(0, Math.min(MAX, groups.size()))) {
            statements.add(scene.cited(line(scene, group), List.of(group.first())));
        }
        if (groups.size() > MAX) {
            statements.add(TalkScene.plain(TalkScene.count(groups.size() - (long) MAX, "more kind") + " of records."));
        }
        return statements;
    }

    private static String line(TalkScene scene, EventGroup group) {
        Instant first = group.firstTime();
        Instant last = group.lastTime();
        String level = group.level() == Level.UNKNOWN ? "" : " " + group.level();
        String time = first == null || last == null
                ? ""
                : first.equals(last)
                        ? ", at " + scene.clock(first)
                        : ", from " + scene.clock(first) + " to " + scene.clock(last);
        String harmless = group.harmless() == group.count() ? ", known as harmless" : "";
        return "**" + group.count() + " x" + level + "**" + time + harmless + ":";
    }
}
