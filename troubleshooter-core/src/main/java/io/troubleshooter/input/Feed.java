package io.troubleshooter.input;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** How one kind of source gives its blocks. */
sealed interface Feed extends Closeable permits StreamFeed, PageFeed {

    @Nullable
    RawBlock next();

    long cutLines();

    long bytesRead();

    boolean limitReached();

    boolean endedEarly();
}
