package io.troubleshooter.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as far as it is known.
 *
 * @param id as asked for
 * @param known whether the catalog has it; else the most careful assumptions stand here
 * @param prices oldest first; empty where none is known
 */
public record ModelCard(String id, boolean known, Capabilities capabilities, List<Price> prices) {

    public ModelCard {
        prices = List.copyOf(prices);
    }

    /** What the tokens cost on that day, in millionths of a US dollar, rounded up; 0 where no price is known. */
    public long cost(TokenUsage usage, LocalDate day) {
        Price price = price(day);
        return price == null ? 0 : price.cost(usage);
    }

    /**
     * What a request can cost at most on that day, in millionths of a US dollar: nothing read from a cache, all of it
     * written to one where that costs more, and a reply as long as allowed; 0 where no price is known.
     *
     * @param inputTokens of the request, as estimated
     * @param maxTokens that the reply may have
     */
    public long worstCase(long inputTokens, long maxTokens, LocalDate day) {
        Price price = price(day);
        if (price == null) {
            return 0;
        }
        long read = price.cost(new TokenUsage(inputTokens, maxTokens, 0, 0, true));
        long written = price.cost(new TokenUsage(0, maxTokens, 0, inputTokens, true));
        return capabilities.cacheMinTokens() == 0 ? read : Math.max(read, written);
    }

    private @Nullable Price price(LocalDate day) {
        Price price = null;
        for (Price dated : prices) {
            if (price == null || !dated.from().isAfter(day)) {
                price = dated;
            }
        }
        return price;
    }
}
