package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a source as what it is: lines or a page, decompressed and in UTF-8. */
final class Opening {

    private Opening() {}

    static Feed open(LogSource source, InputLimits limits) {
        InputStream stream = stream(source);
        try {
            return feed(source, Decoding.decode(stream, source.name()), limits);
        } catch (IOException failure) {
            closeQuietly(stream);
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT,
                    source.name() + " could not be read",
                    "Check that it is complete and that you may read it.");
        } catch (TroubleshooterException refused) {
            closeQuietly(stream);
            throw refused;
        }
    }

    private static InputStream stream(LogSource source) {
        if (source instanceof LogSource.PathSource file) {
            return open(file.path());
        }
        if (source instanceof LogSource.StreamSource open) {
            return new LeftOpen(open.stream());
        }
        if (source instanceof LogSource.TextStream open) {
            return new LeftOpen(open.stream());
        }
        LogSource.TextSource text = (LogSource.TextSource) source;
        return new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream open(Path path) {
        requireReadable(path);
        try {
            return Files.newInputStream(path);
        } catch (IOException failure) {
            throw unreadable("The file " + path + " could not be opened", "Check its permissions.");
        }
    }

    private static Feed feed(LogSource source, HeadStream in, InputLimits limits) throws IOException {
        return isPage(source) || Decoding.looksLikeHtml(in)
                ? new PageFeed(in, source.name(), limits)
                : new StreamFeed(in, source.name(), limits);
    }

    private static boolean isPage(LogSource source) {
        if (source instanceof LogSource.TextSource text) {
            return text.html();
        }
        if (source instanceof LogSource.TextStream) {
            return false;
        }
        String name = source.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    /** Throws with advice if there is no readable file at {@code path}. */
    static void requireReadable(Path path) {
        if (!Files.exists(path)) {
            throw unreadable("There is no file " + path, "Check the spelling and the directory you are in.");
        }
        if (Files.isDirectory(path)) {
            throw unreadable(path + " is a directory", "Give its files, or list them with LogSource.allIn.");
        }
        if (!Files.isReadable(path)) {
            throw unreadable("You may not read the file " + path, "Check its permissions, or run as its owner.");
        }
    }

    private static TroubleshooterException unreadable(String message, String advice) {
        return new TroubleshooterException(Code.UNREADABLE_INPUT, message, advice);
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException ignored) {
            // The failure that led here is the one to tell.
        }
    }

    /** A stream of the caller, who closes it. */
    private static final class LeftOpen extends FilterInputStream {

        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
