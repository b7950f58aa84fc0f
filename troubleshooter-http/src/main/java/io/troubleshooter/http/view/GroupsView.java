package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of events, the most telling first. */
public final class GroupsView {

    private final Views views;

    public GroupsView(Views views) {
        this.views = views;
    }

    /**
     * A page of them.
     *
     * @param level that a group has at least; null for all
     * @param cursor of an earlier answer; null for the beginning
     */
    public ObjectNode json(Snapshot snapshot, @Nullable String level, @Nullable String cursor, int limit) {
        Level least = Times.parseLevel(level);
        List<EventGroup> groups = snapshot.frame().groups().stream()
                .filter(group -> group.level().isAtLeast(least))
                .toList();
        int from = Math.min(Offset.of(cursor), groups.size());
        int to = Math.min(from + limit, groups.size());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode page = json.putArray("groups");
        groups.subList(from, to).forEach(group -> group(page.addObject(), group, snapshot));
        return json.put("next", to == groups.size() ? null : Offset.cursor(to));
    }

    private void group(ObjectNode json, EventGroup group, Snapshot snapshot) {
        json.put("id", group.fingerprint())
                .put("template", LineText.cut(group.template(), LineText.SHORT).toString())
                .put("count", group.count())
                .put("level", Times.level(group.level()))
                .put("first", group.first().toString())
                .put("last", group.last().toString())
                .put("firstTime", Times.text(group.firstTime()))
                .put("lastTime", Times.text(group.lastTime()))
                .put("burst", bursts(group, snapshot));
        ArrayNode exemplars = json.putArray("exemplars");
        group.exemplars().forEach(each -> exemplar(exemplars.addObject(), each));
        int[] counts = views.of(snapshot).counts().of(group.fingerprint());
        if (counts != null) {
            ArrayNode perBucket = json.putArray("counts");
            for (int count : counts) {
                perBucket.add(count);
            }
        }
    }

    private static boolean bursts(EventGroup group, Snapshot snapshot) {
        for (Moment moment : snapshot.frame().timeline().events()) {
            if (moment.kind().equals("burst") && moment.line().equals(group.first())) {
                return true;
            }
        }
        return false;
    }

    private static void exemplar(ObjectNode json, Exemplar exemplar) {
        json.put("line", exemplar.lines().toString())
                .put("text", LineText.cut(exemplar.text(), LineText.SHORT).toString());
    }
}
