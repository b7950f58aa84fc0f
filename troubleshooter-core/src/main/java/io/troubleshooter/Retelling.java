package io.troubleshooter;

import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stored conversation, told again from its beginning. What is there twice, since the store failed to say that it had
 * stored, counts once: of sources the one that was confirmed.
 */
record Retelling(List<Turn> turns, List<Feedback> feedback) {

    /** Reads the sources into the book, and what was said of them. */
    static Retelling of(Stored stored, Casebook book) {
        Map<String, SourceJson.Known> known = new HashMap<>();
        Map<Integer, String> turns = new LinkedHashMap<>();
        Map<String, Feedback> feedback = new LinkedHashMap<>();
        for (StoredEntry entry : stored.entries()) {
            String json = entry.json();
            switch (entry.kind()) {
                case "sources" -> SourceJson.read(json).forEach(source -> known.put(source.id(), source));
                case "turn" -> turns.putIfAbsent(AnswerJson.numberOf(json), json);
                case "withdrawal" ->
                    feedback.remove(
                            AnswerJson.readFeedback(json, book.session()).cause());
                default -> renew(feedback, AnswerJson.readFeedback(json, book.session()));
            }
        }
        return new Retelling(turns(turns.values(), frames(stored, book, known), book), List.copyOf(feedback.values()));
    }

    private static void renew(Map<String, Feedback> feedback, Feedback given) {
        feedback.remove(given.cause());
        feedback.put(given.cause(), given);
    }

    /** The frames after each number of sources. */
    private static List<IncidentFrame> frames(Stored stored, Casebook book, Map<String, SourceJson.Known> known) {
        Map<String, StoredSource> sources = new LinkedHashMap<>();
        int first = known.keySet().stream().mapToInt(Retelling::number).min().orElse(Integer.MAX_VALUE);
        for (StoredSource source : stored.sources()) {
            SourceJson.Known noted = known.get(source.id());
            // Without a note on it, it was not stored to its end; or it is from before there were such notes.
            if (noted == null ? number(source.id()) < first : noted.isOf(source)) {
                sources.put(source.id(), source);
            }
        }
        List<IncidentFrame> frames = new ArrayList<>();
        frames.add(book.page().frame());
        for (StoredSource source : sources.values()) {
            book.readAgain(LogSource.text(source.text().get(), source.name()), known.get(source.id()));
            frames.add(book.page().frame());
        }
        return frames;
    }

    private static int number(String source) {
        return Integer.parseInt(source.substring(1));
    }

    private static List<Turn> turns(Collection<String> stored, List<IncidentFrame> frames, Casebook book) {
        List<Turn> turns = new ArrayList<>();
        int all = frames.size() - 1;
        for (String json : stored) {
            int sources = Math.max(0, Math.min(all, AnswerJson.sourcesOf(json, all)));
            turns.add(AnswerJson.readTurn(json, book.session(), frames.get(sources)));
        }
        return List.copyOf(turns);
    }
}
