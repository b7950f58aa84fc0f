package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Blocks of the text of an HTML page. */
final class PageFeed implements Feed {

    private static final int BLOCK = 64 * 1024;

    private final InputStream in;
    private final String name;
    private final InputLimits limits;
    private final PartCutter parts;
    private @Nullable PageText text;
    private int at;
    private int line;
    private boolean boundaryOpen;
    private long bytesRead;
    private long cutLines;
    private boolean limitReached;

    PageFeed(InputStream in, String name, InputLimits limits) {
        this.in = in;
        this.name = name;
        this.limits = limits;
        this.parts = new PartCutter(limits.partBytes());
    }

    @Override
    public @Nullable RawBlock next() {
        PageText page = text == null ? parse() : text;
        text = page;
        if (line == page.lines()) {
            return null;
        }
        if (boundaryOpen) {
            boundaryOpen = false;
            if (parts.endsBefore(page.bytes(), at, page.length())) {
                return new RawBlock(new byte[0], 0, page.numbers()[line], true);
            }
        }
        return nextLines(page);
    }

    private RawBlock nextLines(PageText page) {
        int first = line++;
        int end = LineBytes.afterLineEnd(page.bytes(), at, page.length());
        byte[] bytes;
        if (end - 1 - at > limits.lineBytes()) {
            bytes = cutLine(page);
        } else {
            end = moreLines(page, end);
            bytes = Arrays.copyOfRange(page.bytes(), at, end);
        }
        at = end;
        return part(bytes, Arrays.copyOfRange(page.numbers(), first, line));
    }

    /** Goes on to where a block is big enough or a line too long. */
    private int moreLines(PageText page, int from) {
        int end = from;
        while (line < page.lines() && end - at < BLOCK) {
            int next = LineBytes.afterLineEnd(page.bytes(), end, page.length());
            if (next - 1 - end > limits.lineBytes()) {
                break;
            }
            end = next;
            line++;
        }
        return end;
    }

    private byte[] cutLine(PageText page) {
        cutLines++;
        int cut = LineBytes.cutBefore(page.bytes(), at, at + limits.lineBytes());
        byte[] bytes = Arrays.copyOfRange(page.bytes(), at, cut + 1);
        bytes[bytes.length - 1] = '\n';
        return bytes;
    }

    /** Parts of a page end with a block: all of it is at hand, so that blocks do not depend on how it arrived. */
    private RawBlock part(byte[] bytes, long[] numbers) {
        parts.takeWhole(bytes.length);
        boundaryOpen = parts.isFull();
        return new RawBlock(bytes, bytes.length, numbers[0], false, numbers);
    }

    private PageText parse() {
        try {
            byte[] bytes = in.readNBytes((int) Math.min(limits.pageBytes(), limits.totalBytes()));
            bytesRead = bytes.length;
            limitReached = in.read() >= 0;
            return extract(bytes);
        } catch (IOException failure) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT,
                    name + " could not be read as a page",
                    "Save the page again, or copy its text into a plain file.");
        }
    }

    private static PageText extract(byte[] bytes) throws IOException {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Document page = Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "", parser);
        PageText text = new PageText();
        page.filter(text);
        text.finish();
        return text;
    }

    @Override
    public long cutLines() {
        return cutLines;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public boolean limitReached() {
        return limitReached;
    }

    @Override
    public boolean endedEarly() {
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
