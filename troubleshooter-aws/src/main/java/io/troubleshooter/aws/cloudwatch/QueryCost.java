package io.troubleshooter.aws.cloudwatch;

import java.math.BigDecimal;

/**
 * What a query took.
 *
 * @param queries that were started: more than one where the window was split
 * @param bytesScanned of all of them
 * @param usd at the price of the file
 * @param pricesAsOf the date of the price
 */
public record QueryCost(int queries, long bytesScanned, BigDecimal usd, String pricesAsOf) {

    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.0001");

    /** As a sentence: {@code 1 query scanned 1.2 GB, about 0.0060 USD (price of 2026-11-20).} */
    public String line() {
        String amount = usd.signum() > 0 && usd.compareTo(LEAST_SHOWN) < 0
                ? "less than 0.0001"
                : "about " + usd.setScale(4, java.math.RoundingMode.HALF_UP);
        String count = queries == 1 ? "1 query" : queries + " queries";
        return count + " scanned " + Sizes.of(bytesScanned) + ", " + amount + " USD (price of " + pricesAsOf + ").";
    }
}
