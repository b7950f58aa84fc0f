package io.troubleshooter.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.model.Capabilities.Thinking;
import io.troubleshooter.model.ModelFamily.ScopedPrice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads a catalog of models. Every complaint says which entry is wrong and what is expected. */
final class CatalogJson {

    private final List<ModelFamily> families = new ArrayList<>();
    private Set<String> geographies = Set.of();
    private String where = "The catalog";

    private CatalogJson() {}

    static CatalogJson read(String json) {
        CatalogJson reader = new CatalogJson();
        JsonNode root = reader.parse(json);
        reader.require(root.path("models").isArray(), "needs 'models', a list");
        reader.geographies = Set.copyOf(reader.strings(root, "geographies"));
        for (JsonNode model : root.get("models")) {
            reader.where = "Model " + (reader.families.size() + 1) + " of the catalog";
            reader.families.add(reader.family(model));
        }
        return reader;
    }

    List<ModelFamily> families() {
        return families;
    }

    Set<String> geographies() {
        return geographies;
    }

    private JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw wrong("is no JSON, line " + malformed.getLocation().getLineNr());
        }
    }

    private ModelFamily family(JsonNode node) {
        List<String> ids = strings(node, "ids");
        require(!ids.isEmpty(), "needs 'ids'");
        require(node.path("capabilities").isObject(), "needs 'capabilities'");
        List<ScopedPrice> prices = new ArrayList<>();
        node.path("prices").forEach(price -> prices.add(price(price)));
        require(
                prices.isEmpty() || node.path("source").isTextual(),
                "has prices and needs 'source', where they are from");
        prices.sort(Comparator.comparing(p -> p.price().from()));
        return new ModelFamily(ids, capabilities(node.get("capabilities")), List.copyOf(prices));
    }

    private Capabilities capabilities(JsonNode node) {
        return new Capabilities(
                node.path("nativeJson").asBoolean(),
                node.path("strictTools").asBoolean(),
                node.path("forcedTool").asBoolean(),
                node.path("tools").asBoolean(),
                node.path("sampling").asBoolean(),
                thinking(node.path("thinking").asText("none")),
                Math.toIntExact(tokens(node, "cacheMinTokens", 0)),
                Math.toIntExact(tokens(node, "context", 1)),
                Math.toIntExact(tokens(node, "maxOutput", 1)));
    }

    private Thinking thinking(String name) {
        try {
            return Thinking.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw wrong("needs 'thinking' none, budget, adaptive or always");
        }
    }

    private ScopedPrice price(JsonNode node) {
        JsonNode longer = node.path("longContext");
        Price price = new Price(
                date(node.path("from").asText()),
                rates(node),
                longer.isObject() ? tokens(node, "longThreshold", 1) : Long.MAX_VALUE,
                longer.isObject() ? rates(longer) : null);
        return new ScopedPrice(new TreeSet<>(strings(node, "profiles")), price);
    }

    private Price.Rates rates(JsonNode node) {
        return new Price.Rates(
                rate(node, "input"), rate(node, "output"), rate(node, "cacheRead"), rate(node, "cacheWrite"));
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("needs 'from' in each price, a date like 2026-10-01");
        }
    }

    /** A price that is left out is that of the input, so that a cost is never too low. */
    private long rate(JsonNode node, String field) {
        JsonNode value = node.has(field) ? node.get(field) : node.path("input");
        return whole(value, field, 0, 1_000_000_000L);
    }

    private long tokens(JsonNode node, String field, long least) {
        return least == 0 && !node.has(field) ? 0 : whole(node.path(field), field, least, Integer.MAX_VALUE);
    }

    private long whole(JsonNode value, String field, long least, long most) {
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        require(fits && value.asLong() >= least && value.asLong() <= most, "needs '" + field + "', a whole number");
        return value.asLong();
    }

    private List<String> strings(JsonNode node, String field) {
        List<String> strings = new ArrayList<>();
        node.path(field).forEach(item -> strings.add(item.asText()));
        return List.copyOf(strings);
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw wrong(what);
        }
    }

    private TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, where + " " + what + ".", "Mend the catalog of models.");
    }
}
