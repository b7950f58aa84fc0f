package io.troubleshooter.aws.cloudwatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups, streams and events of the server, by time. */
final class StoredLogs {

    private final Map<String, List<Event>> groups = new TreeMap<>();
    private int next;

    /**
     * An event.
     *
     * @param id also its pointer
     */
    record Event(String id, String group, String stream, long time, String message) {}

    synchronized void create(String group) {
        groups.computeIfAbsent(group, name -> new ArrayList<>());
    }

    synchronized Event put(String group, String stream, long time, String message) {
        create(group);
        Event event = new Event("e" + next++, group, stream, time, message);
        groups.get(group).add(event);
        return event;
    }

    synchronized List<String> names() {
        return List.copyOf(groups.keySet());
    }

    /** From first to last, both included. */
    synchronized List<Event> events(String group, long first, long last) {
        List<Event> all = groups.get(group);
        if (all == null) {
            throw Refusal.of("ResourceNotFoundException");
        }
        return all.stream()
                .filter(event -> event.time() >= first && event.time() <= last)
                .sorted(Comparator.comparingLong(Event::time))
                .toList();
    }

    synchronized Event byPointer(String pointer) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.id().equals(pointer))
                .findFirst()
                .orElseThrow(() -> Refusal.of("ResourceNotFoundException"));
    }

    synchronized long size(String group) {
        return groups.get(group).stream()
                .mapToLong(event -> event.message().length())
                .sum();
    }
}
