package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The file on disk: for its owner alone, and never thrown away. */
final class DatabaseFile {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final long SMALL = 64L << 20;

    private final Path file;

    DatabaseFile(Path file) {
        this.file = file;
    }

    /** Makes the file and its folders if they are missing; SQLite gives its side files the same mode. */
    void prepare() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
            Files.createFile(file, mode("rw-------"));
        } catch (FileAlreadyExistsException e) {
            restrict();
        } catch (IOException e) {
            throw unusable();
        }
    }

    /** Whether looking through all of it takes no time that a user would notice. */
    boolean isSmall() {
        return file.toFile().length() < SMALL;
    }

    private void restrict() {
        try {
            if (isPosix()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw unusable();
        }
    }

    /** Renames the damaged file and its side files; gives the error that says so. */
    TroubleshooterException setAside(Clock clock) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(clock.instant()));
        try {
            for (String side : new String[] {"", "-wal", "-shm"}) {
                Path from = file.resolveSibling(file.getFileName() + side);
                if (Files.exists(from)) {
                    Files.move(from, aside.resolveSibling(aside.getFileName() + side));
                }
            }
        } catch (IOException e) {
            return unusable();
        }
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT,
                "The store " + file + " is damaged; it has been set aside as " + aside.getFileName() + ".",
                "Start again to go on with a new store; what can be saved of the old one, sqlite3 .recover shows.");
    }

    private TroubleshooterException unusable() {
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT,
                "The store " + file + " cannot be made or changed.",
                "It must be writable for you, and so must its folder; or choose another file.");
    }

    private FileAttribute<?>[] mode(String mode) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
