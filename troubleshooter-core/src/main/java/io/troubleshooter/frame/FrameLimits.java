package io.troubleshooter.frame;

/**
 * How much a frame keeps, as one value. Memory depends on these and not on the size of the input.
 *
 * @param maskedLines distinct masked lines told apart while reading
 * @param groups event groups kept
 * @param exemplars exemplars per group and per finding
 * @param entities entities kept
 * @param entityLines places kept per entity
 * @param traces groups of stack traces kept
 * @param buckets buckets of the timeline
 * @param metrics metrics kept
 * @param recordBytes bytes of one record that are kept and matched against rules
 */
public record FrameLimits(
        int maskedLines,
        int groups,
        int exemplars,
        int entities,
        int entityLines,
        int traces,
        int buckets,
        int metrics,
        int recordBytes) {

    public static final FrameLimits DEFAULT = new FrameLimits(20_000, 1_000, 3, 500, 5, 200, 120, 100, 16_384);

    public FrameLimits {
        positive(maskedLines, "maskedLines");
        positive(groups, "groups");
        positive(exemplars, "exemplars");
        positive(entities, "entities");
        positive(entityLines, "entityLines");
        positive(traces, "traces");
        positive(buckets, "buckets");
        positive(metrics, "metrics");
        positive(recordBytes, "recordBytes");
    }

    private static void positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
        }
    }
}
