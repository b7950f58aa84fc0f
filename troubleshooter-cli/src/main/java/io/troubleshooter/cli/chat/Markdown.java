package io.troubleshooter.cli.chat;

import io.troubleshooter.cli.chat.Ink.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The little Markdown that answers are written in: paragraphs, lists, code blocks, headings, bold and code. All else
 * stands as it was written; placeholders such as {@code <ip:1>} are no markup. Block after block, nothing redrawn.
 */
final class Markdown {

    private static final int CODE_INDENT = 4;

    private final Ink ink;
    private final StringBuilder paragraph = new StringBuilder();
    private boolean inCode;

    private Markdown(Ink ink) {
        this.ink = ink;
    }

    static void print(Ink ink, String text) {
        Markdown markdown = new Markdown(ink);
        text.lines().forEach(markdown::line);
        markdown.finish();
    }

    private void line(String line) {
        if (line.stripLeading().startsWith("```")) {
            finish();
            inCode = !inCode;
        } else if (inCode) {
            code(line);
        } else if (line.isBlank()) {
            finish();
        } else if (headingMarks(line) > 0) {
            finish();
            ink.prose(0, List.of(new Span(line.substring(headingMarks(line)).strip(), Style.BOLD)));
        } else if (itemMark(line.stripLeading()) > 0) {
            finish();
            item(line);
        } else {
            paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
        }
    }

    private void finish() {
        if (paragraph.length() > 0) {
            ink.prose(0, spans(paragraph.toString(), ink.color()));
            paragraph.setLength(0);
        }
    }

    /** Commands are copied from here: the line is not wrapped. */
    private void code(String line) {
        ink.to(CODE_INDENT).text(line, Style.CODE).end();
    }

    private void item(String line) {
        String item = line.stripLeading();
        int mark = itemMark(item);
        int depth = Math.min(8, line.length() - item.length());
        ink.to(depth + 2).text(item.charAt(mark - 1) == '.' ? item.substring(0, mark) : "-");
        ink.text(" ")
                .prose(depth + 3 + (item.charAt(mark - 1) == '.' ? mark : 1), spans(item.substring(mark), ink.color()));
    }

    private static int headingMarks(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        return marks < line.length() && marks <= 6 && line.charAt(marks) == ' ' ? marks : 0;
    }

    /** Length of {@code -}, {@code *} or {@code 12.} before a blank; 0 where the line begins no item. */
    private static int itemMark(String line) {
        int end = 0;
        while (end < line.length() && end < 3 && Character.isDigit(line.charAt(end))) {
            end++;
        }
        boolean bullet = end == 0 && !line.isEmpty() && (line.charAt(0) == '-' || line.charAt(0) == '*');
        boolean number = end > 0 && end < line.length() && line.charAt(end) == '.';
        boolean item = (bullet || number) && end + 1 < line.length() && line.charAt(end + 1) == ' ';
        return item ? end + 1 : 0;
    }

    /** Bold and code; without colours the marks of code stay, since they say something. */
    static List<Span> spans(String text, boolean color) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int code = text.indexOf('`', from);
            int bold = text.indexOf("**", from);
            boolean codeFirst = code >= 0 && (bold < 0 || code < bold);
            int open = codeFirst ? code : bold;
            String mark = codeFirst ? "`" : "**";
            int close = open < 0 ? -1 : text.indexOf(mark, open + mark.length());
            if (close < 0) {
                break;
            }
            spans.add(new Span(text.substring(from, open), Style.PLAIN));
            String inner = text.substring(open + mark.length(), close);
            spans.add(new Span(codeFirst && !color ? "`" + inner + "`" : inner, codeFirst ? Style.CODE : Style.BOLD));
            from = close + mark.length();
        }
        spans.add(new Span(text.substring(from), Style.PLAIN));
        return spans;
    }
}
