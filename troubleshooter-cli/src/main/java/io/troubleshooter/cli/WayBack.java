package io.troubleshooter.cli;

import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.RevealMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;

/** The file of {@code redact --map}: a line per placeholder with a tab and its value, readable by its owner only. */
final class WayBack {

    private WayBack() {}

    /** Makes the file before anything is read, so that a place that cannot be written is told at once. */
    static RedactionSummary write(Path file, Function<RevealMap, RedactionSummary> redaction) throws IOException {
        Files.deleteIfExists(file);
        try (OutputStream out = create(file)) {
            RevealMap reveals = new RevealMap();
            RedactionSummary summary = redaction.apply(reveals);
            out.write(text(reveals).getBytes(StandardCharsets.UTF_8));
            return summary;
        }
    }

    /** The rights are set when the file is made: at no moment can others read it. */
    private static OutputStream create(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights));
    }

    private static String text(RevealMap reveals) {
        StringBuilder out = new StringBuilder();
        reveals.forEach((placeholder, value) ->
                out.append(placeholder).append('\t').append(escaped(value)).append('\n'));
        return out.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
