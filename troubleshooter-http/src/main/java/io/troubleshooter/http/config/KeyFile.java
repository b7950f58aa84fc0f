package io.troubleshooter.http.config;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.KeyRing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The keys that seal what is at rest: from the settings, or from a file that only its owner reads. */
public final class KeyFile {

    private static final long MAX_BYTES = 64 << 10;

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /**
     * The keys, none where nothing is to be sealed; a file that is missing is made, with one key, where there is no
     * database yet.
     *
     * @param database beside which the file is where none is named
     * @throws TroubleshooterException if the file cannot be read or made, others may read it, a key is malformed, or the
     *     file is missing and the database is not: a new key would open nothing of it
     */
    public static KeyRing ring(Storage storage, Path database) {
        if (storage.keys().strip().equals("none")) {
            return KeyRing.NONE;
        }
        if (!storage.keys().isBlank()) {
            return KeyRing.parse(storage.keys());
        }
        Path file = file(storage, database);
        KeyRing ring = KeyRing.parse(Files.exists(file) ? read(file) : first(file, database));
        if (!ring.seals()) {
            throw wrong("The key file " + file + " has no key.", "Bring it back; without it nothing stored opens.");
        }
        return ring;
    }

    /**
     * The keys of stores that several instances share; they are given to all of them, and never made here.
     *
     * @throws TroubleshooterException if the file is missing, cannot be read, others may read it, or a key is malformed
     */
    public static KeyRing shared(Storage storage) {
        if (storage.keys().strip().equals("none")) {
            return KeyRing.NONE;
        }
        KeyRing ring = KeyRing.parse(storage.keys().isBlank() ? read(Path.of(storage.keyFile())) : storage.keys());
        if (!ring.seals()) {
            throw wrong(
                    "There is no key in what storage.keys or storage.keyFile gives.", "Give all instances the same.");
        }
        return ring;
    }

    static Path file(Storage storage, Path database) {
        return storage.keyFile().isBlank()
                ? database.resolveSibling(database.getFileName() + ".keys")
                : Path.of(storage.keyFile());
    }

    private static String read(Path file) {
        try {
            refuseOthers(file);
            if (Files.size(file) > MAX_BYTES) {
                throw wrong("The file " + file + " is no key file: it is too large.", "Name another one.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw wrong("The key file " + file + " cannot be read.", "It must be readable for you.");
        }
    }

    private static void refuseOthers(Path file) throws IOException {
        if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw wrong("Others may read the key file " + file + ".", "chmod 600 " + file);
        }
    }

    private static String first(Path file, Path database) {
        if (database.toFile().length() > 0) {
            throw wrong(
                    "There is the store " + database + ", and its key file " + file + " is not there.",
                    "Bring the key file back, or name another store.");
        }
        return make(file);
    }

    private static String make(Path file) {
        try {
            Path folder = Files.createDirectories(folder(file), mode(file, "rwx------"));
            Path made = Files.createTempFile(folder, ".keys", "", mode(file, "rw-------"));
            try {
                Files.writeString(made, KeyRing.newKey("k1", new SecureRandom()) + "\n", StandardOpenOption.DSYNC);
                publish(made, file);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (FileAlreadyExistsException faster) {
            return read(file);
        } catch (IOException unwritable) {
            throw wrong("The key file " + file + " cannot be made.", "Its folder must be writable for you.");
        }
        return read(file);
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        return folder;
    }

    /** Whole or not at all; of two that start at once, both use the file of the one that was first. */
    private static void publish(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(made, file);
        }
    }

    private static FileAttribute<?>[] mode(Path file, String mode) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static TroubleshooterException wrong(String what, String advice) {
        return new TroubleshooterException(Code.INVALID_CONFIGURATION, what, advice);
    }
}
