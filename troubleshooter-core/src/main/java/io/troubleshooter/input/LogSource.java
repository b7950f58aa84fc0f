package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Where a log comes from. Not a record where it holds content, so that nothing prints it. */
public sealed interface LogSource {

    /** A file, gzip-compressed or not; its name is shown in reports, redacted. */
    static LogSource of(Path path) {
        return new PathSource(path, String.valueOf(path.getFileName()));
    }

    /** A stream, read once and not closed; {@code name} is shown in reports, redacted. */
    static LogSource of(InputStream stream, String name) {
        return new StreamSource(stream, name);
    }

    /** A text at hand, such as a pasted error. */
    static LogSource text(String text, String name) {
        return new TextSource(text, name, false);
    }

    /** A stream of text whatever its name says, read once and not closed. */
    static LogSource text(InputStream stream, String name) {
        return new TextStream(stream, name);
    }

    /** A page of HTML at hand: its visible text is read, under the line numbers of the page's source. */
    static LogSource html(String html, String name) {
        return new TextSource(html, name, true);
    }

    /**
     * The logs below a directory, sorted by path, named by their path inside it; hidden files and files that are no text
     * are left out. A file gives itself.
     *
     * @throws TroubleshooterException if there is nothing at {@code path}, or no log below it
     */
    static List<LogSource> allIn(Path path) {
        return Directories.expand(path);
    }

    /** What to call it. */
    String name();

    /** A file. */
    record PathSource(Path path, String name) implements LogSource {}

    /** An open stream. */
    record StreamSource(InputStream stream, String name) implements LogSource {}

    /** An open stream of text. */
    record TextStream(InputStream stream, String name) implements LogSource {}

    /** A text in memory. */
    final class TextSource implements LogSource {
        private final String text;
        private final String name;
        private final boolean html;

        TextSource(String text, String name, boolean html) {
            this.text = text;
            this.name = name;
            this.html = html;
        }

        public String text() {
            return text;
        }

        /** Whether the text is a page of HTML. */
        public boolean html() {
            return html;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String toString() {
            return "TextSource[" + text.length() + " characters]";
        }
    }
}
