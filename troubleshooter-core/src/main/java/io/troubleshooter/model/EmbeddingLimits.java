package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model for embeddings takes. Nothing is ever cut: where a passage ends is for the caller to say, who knows what
 * the text is.
 *
 * @param dimensions on offer
 * @param tokens of a text; counted by the model, which refuses what is longer
 * @param characters of a text
 * @param texts of a request
 */
public record EmbeddingLimits(Set<Integer> dimensions, int tokens, int characters, int texts) {

    public EmbeddingLimits {
        dimensions = Set.copyOf(dimensions);
    }

    /** @throws ModelException.Refused if something is beyond these limits; names the text by its place from 1, quotes none */
    public void check(EmbeddingRequest request) {
        if (!dimensions.contains(request.dimensions())) {
            throw new ModelException.Refused(
                    "There are no vectors of " + request.dimensions() + " dimensions.",
                    "Ask for one of " + new TreeSet<>(dimensions) + ".");
        }
        if (request.texts().size() > texts) {
            throw new ModelException.Refused(
                    request.texts().size() + " texts are too many at once.", "Ask for " + texts + " at a time.");
        }
        check(request.texts());
    }

    private void check(List<RedactedText> all) {
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).toString();
            if (text.isBlank()) {
                throw new ModelException.Refused("Text " + (i + 1) + " is empty.", "Leave out what has no words.");
            }
            if (text.length() > characters) {
                throw new ModelException.Refused(
                        "Text " + (i + 1) + " is longer than " + characters + " characters.",
                        "Split it into passages and ask for a vector of each.");
            }
        }
    }
}
