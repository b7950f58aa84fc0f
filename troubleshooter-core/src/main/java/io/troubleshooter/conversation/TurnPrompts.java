package io.troubleshooter.conversation;

import io.troubleshooter.model.Part;
import io.troubleshooter.prompt.Experiments;
import io.troubleshooter.prompt.Nonce;
import io.troubleshooter.prompt.Prompt;
import io.troubleshooter.prompt.Prompts;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The prompts of one turn, its mark around data, and which prompts were used. Not thread-safe. */
final class TurnPrompts {

    private final Prompts prompts;
    private final Experiments experiments;
    private final Wording wording;
    private final String subject;
    private final Nonce mark;
    private final Set<String> used = new LinkedHashSet<>();

    /** @param subject whose version of a prompt stays the same */
    TurnPrompts(Prompts prompts, Experiments experiments, Wording wording, String subject, Nonce mark) {
        this.prompts = prompts;
        this.experiments = experiments;
        this.wording = wording;
        this.subject = subject;
        this.mark = mark;
    }

    /** A prompt that decides what a model is asked to do; it is noted as used. */
    Prompt use(String id) {
        Prompt prompt = experiments.choose(prompts, id, subject);
        used.add(prompt.reference());
        return prompt;
    }

    Part.Instructions part(String path) {
        return new Part.Instructions(wording.get(path));
    }

    /** Data between two lines that carry the mark of this turn. */
    List<Part> block(String opening, RedactedText data) {
        return block(new Part.Instructions(wording.get(opening).with("mark", mark)), data);
    }

    /** As {@link #block(String, RedactedText)}, with a number in the opening. */
    List<Part> block(String opening, long number, RedactedText data) {
        return block(
                new Part.Instructions(wording.get(opening).with("mark", mark).with("number", number)), data);
    }

    private List<Part> block(Part.Instructions opening, RedactedText data) {
        RedactedText lines = data.joiner()
                .append(Mark.NEWLINE)
                .append(data)
                .append(Mark.NEWLINE)
                .join();
        List<Part> parts = new ArrayList<>();
        parts.add(opening);
        parts.add(new Part.Evidence(lines));
        parts.add(new Part.Instructions(wording.get("block-close.txt").with("mark", mark)));
        return parts;
    }

    /** References of what was used, as recorded in the answer. */
    String references() {
        return String.join(" ", used) + " " + wording.reference();
    }

    /** References of everything that the turn could use: part of the key of cached answers. */
    String all() {
        StringBuilder all = new StringBuilder(wording.reference());
        for (String id : prompts.ids()) {
            all.append(' ').append(experiments.choose(prompts, id, subject).reference());
        }
        return all.toString();
    }
}
