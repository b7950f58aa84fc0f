package io.troubleshooter;

import io.troubleshooter.input.LogSource;
import java.nio.file.Files;
import java.util.List;

/** What a source stands for: a directory for the logs below it, everything else for itself. */
final class Sources {

    private Sources() {}

    static List<LogSource> behind(LogSource source) {
        if (source instanceof LogSource.PathSource file && Files.isDirectory(file.path())) {
            return LogSource.allIn(file.path());
        }
        return List.of(source);
    }
}
