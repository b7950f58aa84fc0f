package io.troubleshooter.model;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Capabilities.Thinking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of models: their capabilities and prices, as data with source and date. It rejects no model: of what it
 * does not know, it assumes little. Immutable, thread-safe.
 *
 * <p>A catalog of the user is a JSON object with {@code models}, as in {@code models.json} beside this class:
 *
 * <pre>{@code
 * { "models": [ {
 *   "ids": ["example.model-x"],
 *   "capabilities": { "tools": true, "forcedTool": true, "sampling": true, "context": 128000, "maxOutput": 8192 },
 *   "prices": [ { "from": "2026-10-01", "input": 100000, "output": 500000, "cacheRead": 10000, "cacheWrite": 125000 } ],
 *   "source": "price list of 1 October 2026" } ] }
 * }</pre>
 *
 * Prices are micro-USD per million tokens: 100000 is $0.10. A price may have {@code profiles}, the geographies of the
 * inference profiles that it is for, and {@code longThreshold} with {@code longContext}, the rates of requests above
 * that many input tokens. An id is that of a model, whatever its version or geography, or an ARN to be taken as it is.
 */
public final class ModelCatalog {

    /** For models that nobody has described: they can talk and call tools, and that is all that is assumed. */
    private static final Capabilities CAREFUL =
            new Capabilities(false, false, false, true, false, Thinking.NONE, 0, 32_000, 4_096);

    private final Set<String> geographies;
    private final List<ModelFamily> families;

    ModelCatalog(Set<String> geographies, List<ModelFamily> families) {
        this.geographies = geographies;
        this.families = List.copyOf(families);
    }

    /** The models that come with the library. */
    public static ModelCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /**
     * This catalog with models of the user's own, which go first.
     *
     * @throws TroubleshooterException if the JSON is no catalog; says where it is wrong
     */
    public ModelCatalog with(String json) {
        CatalogJson own = CatalogJson.read(json);
        List<ModelFamily> all = new ArrayList<>(own.families());
        all.addAll(families);
        return new ModelCatalog(geographies, all);
    }

    /** The card of a model id, inference profile id or ARN; a careful one if it is not known. */
    public ModelCard card(String modelId) {
        ModelName name = ModelName.of(modelId, geographies);
        for (ModelFamily family : families) {
            if (family.takes(modelId, name)) {
                return family.card(modelId, name);
            }
        }
        return new ModelCard(modelId, false, CAREFUL, List.of());
    }

    /** Read when first asked for. */
    private static final class BuiltIn {

        static final ModelCatalog CATALOG = load();

        private static ModelCatalog load() {
            try (InputStream in = ModelCatalog.class.getResourceAsStream("models.json")) {
                if (in == null) {
                    throw new IllegalStateException("the build lacks models.json");
                }
                CatalogJson own = CatalogJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                return new ModelCatalog(own.geographies(), own.families());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
