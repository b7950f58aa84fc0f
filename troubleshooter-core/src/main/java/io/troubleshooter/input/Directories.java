package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The log files below a directory. */
final class Directories {

    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 16;
    private static final int SAMPLE = 4096;

    private Directories() {}

    static List<LogSource> expand(Path path) {
        if (!Files.isDirectory(path)) {
            Opening.requireReadable(path);
            return List.of(LogSource.of(path));
        }
        List<LogSource> logs = new ArrayList<>();
        for (Path file : files(path)) {
            if (isText(file)) {
                logs.add(new LogSource.PathSource(file, path.relativize(file).toString()));
            }
        }
        if (logs.isEmpty()) {
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT,
                    "There is no log in the directory " + path,
                    "Give the files by name, or a directory that holds text files.");
        }
        return logs;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.walk(directory, DEEPEST)) {
            return found.filter(file -> !isHidden(directory.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT,
                    "The directory " + directory + " could not be listed",
                    "Check its permissions, or give the files by name.");
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Compressed files are opened for it; what cannot be read or decoded is no text. */
    private static boolean isText(Path file) {
        try (InputStream in = Decoding.decode(Files.newInputStream(file), file.toString())) {
            byte[] sample = in.readNBytes(SAMPLE);
            TextCheck check = new TextCheck("");
            check.look(sample, 0, sample.length);
            check.finish();
            return sample.length > 0;
        } catch (IOException | TroubleshooterException noText) {
            return false;
        }
    }
}
