package io.troubleshooter.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A model as far as it is known.
 *
 * @param id as asked for
 * @param known whether the catalog has it; else the most careful assumptions stand here
 * @param prices oldest first; empty where none is known
 */
public record ModelCard(String id, boolean known, Capabilities capabilities, List<Price> prices) {

    /** What the tokens cost on that day, in millionths of a US dollar, rounded up; 0 where no price is known. */
    public long cost(TokenUsage usage, LocalDate day) {
        Price price = null;
        for (Price dated : prices) {
            if (price == null || !dated.from().isAfter(day)) {
                price = dated;
            }
        }
        return price == null ? 0 : price.cost(usage);
    }
}
