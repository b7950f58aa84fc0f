package io.troubleshooter.input;

import java.io.InputStream;
import java.nio.file.Path;

/** Where a log comes from. Not a record, so that nothing prints its content. */
public sealed interface LogSource {

    /** A file, compressed or not, or a directory of logs. */
    static LogSource of(Path path) {
        return new PathSource(path);
    }

    /** A stream, read once and not closed; {@code name} is shown in reports, redacted. */
    static LogSource of(InputStream stream, String name) {
        return new StreamSource(stream, name);
    }

    /** A text at hand, such as a pasted error. */
    static LogSource text(String text, String name) {
        return new TextSource(text, name);
    }

    /** What to call it. */
    String name();

    /** A file or directory. */
    record PathSource(Path path) implements LogSource {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /** An open stream. */
    record StreamSource(InputStream stream, String name) implements LogSource {}

    /** A text in memory. */
    final class TextSource implements LogSource {
        private final String text;
        private final String name;

        TextSource(String text, String name) {
            this.text = text;
            this.name = name;
        }

        public String text() {
            return text;
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
