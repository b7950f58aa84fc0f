package io.troubleshooter.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailUsage;

/** What a guardrail costs, in micro-USD for 1,000 units of each policy; read from dated data. */
record GuardrailPrice(long content, long topic, long sensitive) {

    private static final int UNIT = 1_000;

    static GuardrailPrice builtIn() {
        return BuiltIn.PRICE;
    }

    /** Rounded up. */
    long cost(GuardrailUsage usage) {
        return cost(usage.contentPolicyUnits(), usage.topicPolicyUnits(), usage.sensitiveInformationPolicyUnits());
    }

    private long cost(@Nullable Integer contents, @Nullable Integer topics, @Nullable Integer sensitives) {
        long total = count(contents) * content + count(topics) * topic + count(sensitives) * sensitive;
        return (total + UNIT - 1) / UNIT;
    }

    /** If every policy that costs something looks at it. */
    long most(int characters) {
        int units = units(characters);
        return cost(units, units, units);
    }

    private static int units(int characters) {
        return (int) ((characters + UNIT - 1L) / UNIT);
    }

    /** Of those policies that cost something. */
    static long units(GuardrailUsage usage) {
        return count(usage.contentPolicyUnits())
                + count(usage.topicPolicyUnits())
                + count(usage.sensitiveInformationPolicyUnits());
    }

    /** The service leaves out what is zero. */
    private static long count(@Nullable Integer units) {
        return units == null ? 0 : Math.max(0, units);
    }

    private static final class BuiltIn {

        static final GuardrailPrice PRICE = load();

        private static GuardrailPrice load() {
            try (InputStream in = GuardrailPrice.class.getResourceAsStream("guardrail-prices.json")) {
                JsonNode prices = new ObjectMapper().readTree(in);
                return new GuardrailPrice(
                        prices.required("contentPolicy").asLong(),
                        prices.required("topicPolicy").asLong(),
                        prices.required("sensitiveInformationPolicy").asLong());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
