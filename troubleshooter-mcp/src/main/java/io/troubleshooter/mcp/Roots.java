package io.troubleshooter.mcp;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a client may have read by path: nothing but what was named when the server was started, links resolved. */
final class Roots {

    private final List<Path> roots;

    Roots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    Path allowed(String wanted) {
        Path path = real(wanted);
        if (!Files.isRegularFile(path)) {
            throw refused();
        }
        for (Path root : resolved()) {
            if (path.startsWith(root)) {
                return path;
            }
        }
        throw refused();
    }

    private List<Path> resolved() {
        List<Path> resolved = new ArrayList<>();
        for (Path root : roots) {
            try {
                resolved.add(root.toRealPath());
            } catch (IOException e) {
                // A root that is not there allows nothing.
            }
        }
        return resolved;
    }

    private static Path real(String wanted) {
        try {
            return Path.of(wanted).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw refused();
        }
    }

    /** The same words whether it exists or not: a client is not told what there is. */
    private static TroubleshooterException refused() {
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT,
                "This path is no file below a folder that this server may read.",
                "Send the text itself, or start the server with the folder: tst mcp FOLDER");
    }
}
