package io.troubleshooter.talk;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * A model's words as plain words: no control or invisible characters, no HTML, no links, no images, within a length. What
 * could act when it is shown (terminal escapes, hidden text, an image that is fetched) is gone.
 */
public final class PlainText {

    /** A Markdown link or image; bounded, so that hostile text costs no more than its length. */
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{0,300}+)]\\(([^()\\s]{0,500}+)[^()]{0,200}+\\)");

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]{0,15}+)(?:[\\s/][^<>]{0,2000}+)?>");

    private PlainText() {}

    /**
     * Over as many lines as it has.
     *
     * @param max characters that may remain, 1 or more
     */
    public static String of(String text, int max) {
        String visible = visible(text.length() > 4 * max ? text.substring(0, 4 * max) : text);
        String plain = withoutTags(withoutLinks(visible)).strip();
        return plain.length() <= max ? plain : cut(plain, max);
    }

    /** On one line. */
    public static String line(String text, int max) {
        return of(text.replace('\n', ' '), max);
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isVisible).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isVisible(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isVariationOrFiller(c);
        };
    }

    private static boolean isVariationOrFiller(int c) {
        return c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static String withoutLinks(String text) {
        return LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group().startsWith("!") || link.group(1).equals(link.group(2))
                                ? link.group(1)
                                : link.group(1) + " (" + link.group(2) + ")"));
    }

    /** Tags that browsers know; {@code <ip:1>}, {@code <none>} and {@code List<String>} stay. */
    private static String withoutTags(String text) {
        return TAG.matcher(text).replaceAll(tag -> isHtml(tag.group(1)) ? "" : Matcher.quoteReplacement(tag.group()));
    }

    private static boolean isHtml(String name) {
        return Tag.isKnownTag(name.toLowerCase(Locale.ROOT));
    }

    private static String cut(String text, int max) {
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end).strip() + "...";
    }
}
