package io.troubleshooter.contract;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.EmbeddingLimits;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Vectors of the words in a text, without a model: texts with words in common are near each other. Deterministic. */
public final class WordVectors implements Embeddings {

    private static final EmbeddingLimits LIMITS = new EmbeddingLimits(Set.of(256, 512, 1_024), 8_192, 50_000, 1_000);

    @Override
    public ModelCard card() {
        return ModelCatalog.builtIn().card("amazon.titan-embed-text-v2:0");
    }

    @Override
    public EmbeddingLimits limits() {
        return LIMITS;
    }

    @Override
    public Embedded embed(EmbeddingRequest request, CallLimits limits) {
        LIMITS.check(request);
        try (Deadline deadline = Deadline.start(limits)) {
            List<float[]> vectors = new ArrayList<>();
            long words = 0;
            for (RedactedText text : request.texts()) {
                deadline.check(TokenUsage.NONE);
                vectors.add(vector(text.toString(), request.dimensions()));
                words += words(text.toString()).length;
            }
            return new Embedded(vectors, new TokenUsage(words, 0, 0, 0, false));
        }
    }

    static String[] words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("\\W+");
    }

    /** One dimension for each word, by its hash, and all of them brought to length 1. */
    public static float[] vector(String text, int dimensions) {
        float[] vector = new float[dimensions];
        for (String word : words(text)) {
            vector[Math.floorMod(word.hashCode() * 0x9E3779B9, dimensions)] += 1;
        }
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
