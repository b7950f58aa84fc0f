package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame;
import java.time.Instant;
import java.util.List;

/** One sentence that makes sense pasted alone into a chat: what broke, and since when. */
final class Summary {

    private Summary() {}

    static String of(Verdict verdict, List<Candidate> ranked, IncidentFrame frame, Setting setting) {
        return switch (verdict) {
            case NO_INCIDENT ->
                ranked.isEmpty()
                        ? "Nothing in " + lines(setting) + " needs action"
                        : "Nothing that lasts; seen on the way: "
                                + sentence(ranked.get(0).title()) + at(", first at ", ranked.get(0), frame);
            case INCIDENT -> sentence(ranked.get(0).title()) + since(ranked.get(0), frame);
            case INSUFFICIENT_EVIDENCE ->
                "Something failed, but these lines do not say why: "
                        + sentence(ranked.get(0).title()) + since(ranked.get(0), frame);
        };
    }

    private static String lines(Setting setting) {
        return setting.lines() == 1 ? "this line" : "these " + setting.lines() + " lines";
    }

    private static String sentence(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    private static String since(Candidate candidate, IncidentFrame frame) {
        return at(", since ", candidate, frame);
    }

    private static String at(String word, Candidate candidate, IncidentFrame frame) {
        Instant first = candidate.firstTime();
        IncidentFrame.TimeRange range = frame.time();
        return first == null || range == null ? "" : word + Times.clock(first, range);
    }
}
