package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.model.ToolSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what kinds of events there are. */
final class ListGroupsTool implements Tool {

    private static final int MAX = 30;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("list_groups");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        List<EventGroup> groups = wanted(look);
        int max = look.arguments().number("max", MAX);
        LineList lines = new LineList(scene.evidence());
        groups.stream().limit(max).forEach(group -> lines.own(GroupLines.line(group)));
        int left = groups.size() - max;
        if (groups.isEmpty()) {
            return lines.output("(no group of events is like that)");
        }
        return lines.output(left <= 0 ? null : "(" + left + " more groups: narrow by level, contains, from or to)");
    }

    private static List<EventGroup> wanted(Look look) {
        EvidenceQuery query = look.query();
        String contains = look.arguments().text("contains");
        String words = contains == null ? null : contains.toLowerCase(Locale.ROOT);
        Stream<EventGroup> wanted = look.scene().frame().groups().stream()
                .filter(group -> group.level().isAtLeast(query.level()))
                .filter(group ->
                        query.source() == null || group.first().source().equals(query.source()))
                .filter(group -> overlaps(group, query.from(), query.to()))
                .filter(group -> words == null
                        || group.template().toString().toLowerCase(Locale.ROOT).contains(words));
        return switch (String.valueOf(look.arguments().text("order"))) {
            case "count" ->
                wanted.sorted(Comparator.comparingLong(EventGroup::count).reversed())
                        .toList();
            case "time" ->
                wanted.sorted(Comparator.comparing(ListGroupsTool::begin)).toList();
            default -> wanted.toList();
        };
    }

    private static Instant begin(EventGroup group) {
        Instant first = group.firstTime();
        return first == null ? Instant.MAX : first;
    }

    private static boolean overlaps(EventGroup group, @Nullable Instant from, @Nullable Instant to) {
        Instant first = group.firstTime();
        Instant last = group.lastTime();
        if (from == null && to == null) {
            return true;
        }
        return first != null
                && last != null
                && (from == null || !last.isBefore(from))
                && (to == null || !first.isAfter(to));
    }
}
