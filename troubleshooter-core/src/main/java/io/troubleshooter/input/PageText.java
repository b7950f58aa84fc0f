package io.troubleshooter.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The visible text of a page as lines, each with the number of the line of the page's source where it begins. */
final class PageText implements NodeFilter {

    private static final Set<String> INVISIBLE = Set.of("script", "style", "nav", "noscript", "template", "svg");
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea", "xmp", "plaintext", "listing");

    private final StringBuilder line = new StringBuilder();
    private long lineNumber = 1;
    private int preformatted;
    private boolean blankPending;

    private byte[] bytes = new byte[1024];
    private int length;
    private long[] numbers = new long[64];
    private int lines;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    long[] numbers() {
        return numbers;
    }

    int lines() {
        return lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text);
        } else if (node instanceof Element element) {
            return enter(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        if (INVISIBLE.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br") || startsLine(element)) {
            endLine(name.equals("br"));
        } else if (name.equals("td") || name.equals("th")) {
            blankPending = true;
        }
        preformatted += PREFORMATTED.contains(name) ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    private static boolean startsLine(Element element) {
        return element.isBlock()
                && !element.normalName().equals("td")
                && !element.normalName().equals("th");
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= PREFORMATTED.contains(element.normalName()) ? 1 : 0;
            if (startsLine(element)) {
                endLine(false);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void append(TextNode node) {
        String text = node.getWholeText();
        long number = Math.max(1, node.sourceRange().start().lineNumber());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0) {
                appendAsIs(c, number);
            } else {
                appendFlowing(c, number);
            }
            number += c == '\n' ? 1 : 0;
        }
    }

    private void appendAsIs(char c, long number) {
        if (c == '\n') {
            startAt(number);
            endLine(true);
        } else {
            startAt(number);
            line.append(c);
        }
    }

    private void appendFlowing(char c, long number) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            blankPending |= line.length() > 0;
            return;
        }
        startAt(number);
        if (blankPending && line.length() > 0) {
            line.append(' ');
        }
        blankPending = false;
        line.append(c);
    }

    private void startAt(long number) {
        if (line.length() == 0) {
            lineNumber = Math.max(lineNumber, number);
        }
    }

    private void endLine(boolean evenIfEmpty) {
        blankPending = false;
        if (line.length() == 0 && !evenIfEmpty) {
            return;
        }
        byte[] utf8 = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        line.setLength(0);
        addLine(utf8);
    }

    private void addLine(byte[] utf8) {
        if (length + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        if (lines == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * lines);
        }
        numbers[lines++] = lineNumber;
    }

    /** To be called after the walk. */
    void finish() {
        endLine(false);
    }
}
