package io.troubleshooter.model;

import java.util.List;
import java.util.Set;

/**
 * An entry of the catalog.
 *
 * @param ids base ids, or whole ids, that it is for
 * @param prices oldest first
 */
record ModelFamily(List<String> ids, Capabilities capabilities, List<ScopedPrice> prices) {

    /** A price for profiles of these geographies; for all others, and the model itself, if there are none. */
    record ScopedPrice(Set<String> geographies, Price price) {}

    boolean takes(String id, ModelName name) {
        for (String known : ids) {
            if (known.equals(id) || name.is(known)) {
                return true;
            }
        }
        return false;
    }

    ModelCard card(String id, ModelName name) {
        List<Price> own = prices(Set.of(name.geography()));
        return new ModelCard(id, true, capabilities, own.isEmpty() ? prices(Set.of()) : own);
    }

    private List<Price> prices(Set<String> wanted) {
        return prices.stream()
                .filter(p -> wanted.isEmpty()
                        ? p.geographies().isEmpty()
                        : p.geographies().containsAll(wanted))
                .map(ScopedPrice::price)
                .toList();
    }
}
