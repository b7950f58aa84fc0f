package io.troubleshooter.report;

import java.util.List;

/** Markdown in which text of the log stays text: it can open no link, mention nobody and end no block. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]()<>#+-!|~=";

    private final StringBuilder out = new StringBuilder(4096);

    Markdown heading(int depth, String text) {
        return gap().raw("#".repeat(depth) + " " + escaped(text) + "\n\n");
    }

    Markdown paragraph(String text) {
        return raw(escaped(text) + "\n\n");
    }

    Markdown item(String text) {
        return raw("- " + escaped(text) + "\n");
    }

    /** Text of our own, already Markdown. */
    Markdown raw(String markdown) {
        out.append(markdown);
        return this;
    }

    Markdown gap() {
        int length = out.length();
        if (length > 1 && !out.substring(length - 2).equals("\n\n")) {
            out.append('\n');
        }
        return this;
    }

    /** A block in a fence that is longer than any run of backticks inside. */
    Markdown fenced(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return raw(fence + language + "\n" + text + "\n" + fence + "\n\n");
    }

    Markdown row(List<String> cells) {
        raw("|");
        cells.forEach(cell -> raw(" " + cell + " |"));
        return raw("\n");
    }

    static String escaped(String text) {
        String line = Columns.printable(text);
        StringBuilder safe = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '@') {
                safe.append("&#64;");
            } else if (c == '&') {
                safe.append("&amp;");
            } else if (c == ':' && line.startsWith("//", i + 1)) {
                safe.append("&#58;");
            } else {
                safe.append(isSpecial(line, i) ? "\\" : "").append(c);
            }
        }
        return safe.toString();
    }

    /** A hyphen or an equals sign inside a word does nothing, and escaped it only hurts the eye. */
    private static boolean isSpecial(String line, int index) {
        char c = line.charAt(index);
        boolean first = index == 0;
        if (c == '-' || c == '=' || c == '+' || c == '#') {
            return first;
        }
        if (c == '(' || c == ')' || c == '!') {
            return first || line.charAt(index - 1) == ']';
        }
        return SPECIAL.indexOf(c) >= 0;
    }

    /** Log text as code in a table, where a bar would end the cell. */
    static String cell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** Log text as code. */
    static String code(String text) {
        String line = Columns.printable(text);
        String ticks = "`".repeat(longestRun(line) + 1);
        String pad = line.isEmpty() || line.startsWith("`") || line.endsWith("`") ? " " : "";
        return ticks + pad + line + pad + ticks;
    }

    /** Lines of log text for a fence: no control codes. */
    static String block(List<QuotedLine> lines) {
        StringBuilder block = new StringBuilder();
        for (QuotedLine line : lines) {
            block.append(block.isEmpty() ? "" : "\n").append(Columns.printable(line.text()));
        }
        return block.toString();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
