package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What scanning costs, as of a day.
 *
 * @param asOf date of the prices
 * @param usdPerGb of a gigabyte (10^9 bytes) scanned, where the region has no price of its own
 * @param byRegion prices of regions
 */
public record ScanPrices(String asOf, BigDecimal usdPerGb, Map<String, BigDecimal> byRegion) {

    private static final int GIGABYTE_DIGITS = 9;

    public ScanPrices {
        byRegion = Map.copyOf(byRegion);
    }

    /** Those that come with the library. */
    public static ScanPrices builtIn() {
        try (InputStream in = ScanPrices.class.getResourceAsStream("scan-prices.json")) {
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScanPrices read(JsonNode json) {
        Map<String, BigDecimal> regions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> region : json.path("regions").properties()) {
            regions.put(region.getKey(), new BigDecimal(region.getValue().asText()));
        }
        String usual = json.path("usdPerGbScanned").asText();
        return new ScanPrices(json.path("asOf").asText(), new BigDecimal(usual), regions);
    }

    BigDecimal usd(String region, long bytes) {
        return byRegion.getOrDefault(region, usdPerGb)
                .multiply(BigDecimal.valueOf(bytes))
                .movePointLeft(GIGABYTE_DIGITS);
    }
}
