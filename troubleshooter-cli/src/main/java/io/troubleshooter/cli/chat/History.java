package io.troubleshooter.cli.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions asked before, redacted, a line each, in a file for its owner alone. Without it a chat works the same. */
final class History {

    private static final int MOST = 1_000;

    private final @Nullable Path file;

    /** @param file null to keep nothing */
    History(@Nullable Path file) {
        this.file = file;
    }

    /** The oldest first. */
    List<String> load() {
        if (file == null || !Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> newest = List.copyOf(lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
            if (lines.size() > 2 * MOST) {
                Files.write(file, newest);
            }
            return newest;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    void add(String redacted) {
        if (file == null) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, ownerOnly(file));
            }
            Files.writeString(file, Printable.line(redacted) + "\n", StandardOpenOption.APPEND);
        } catch (IOException full) {
            // A question that cannot be kept can be asked all the same.
        }
    }

    static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
