package io.troubleshooter.bedrock;

import io.troubleshooter.model.TokenEstimate;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;

/** Where the prefix of a request may be cached: only from the model's minimum on, and at most four times. */
final class CachePoints {

    static final CachePointBlock BLOCK =
            CachePointBlock.builder().type(CachePointType.DEFAULT).build();

    private static final int MOST = 4;

    private final int minTokens;
    private long bytes;
    private long sincePoint;
    private int points;

    /** @param minTokens 0 for models without a cache */
    CachePoints(int minTokens) {
        this.minTokens = minTokens;
    }

    void passed(long more) {
        bytes += more;
        sincePoint += more;
    }

    /** Whether a point may stand here; it then counts as set. */
    boolean here() {
        if (minTokens == 0 || points == MOST || sincePoint == 0 || TokenEstimate.ofBytes(bytes) < minTokens) {
            return false;
        }
        points++;
        sincePoint = 0;
        return true;
    }
}
