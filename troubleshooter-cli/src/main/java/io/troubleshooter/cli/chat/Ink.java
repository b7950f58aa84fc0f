package io.troubleshooter.cli.chat;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Prints to the terminal, line after line: what has been printed is never touched again. All text goes through
 * {@link Printable}.
 */
final class Ink {

    private static final int WIDEST_PROSE = 100;
    private static final int NARROWEST = 20;

    private final PrintWriter out;
    private final IntSupplier columns;
    private final boolean color;
    private int column;

    /** @param columns of the terminal, asked for anew for each line, since windows change their size */
    Ink(PrintWriter out, IntSupplier columns, boolean color) {
        this.out = out;
        this.columns = columns;
        this.color = color;
    }

    /** A piece of text in one style. */
    record Span(String text, Style style) {}

    boolean color() {
        return color;
    }

    int columns() {
        return Math.max(NARROWEST, columns.getAsInt());
    }

    Ink text(String text) {
        return text(text, Style.PLAIN);
    }

    Ink text(String text, Style style) {
        String printable = Printable.line(text);
        out.print(style.apply(printable, color));
        column += Printable.width(printable);
        return this;
    }

    /** Blanks up to a column; one where text is already there. */
    Ink to(int target) {
        int blanks = column == 0 ? target : Math.max(1, target - column);
        out.print(" ".repeat(blanks));
        column += blanks;
        return this;
    }

    /** Text at the right margin, or after two blanks where it does not fit. */
    Ink right(String text) {
        String printable = Printable.line(text);
        return to(Math.max(column + 2, columns() - Printable.width(printable))).text(printable);
    }

    /** What is left of the line, cut to fit. */
    Ink rest(String text) {
        return text(Printable.cut(Printable.line(text), Math.max(NARROWEST / 2, columns() - column)));
    }

    /** As {@link #rest(String)}, with room for what is to stand at the right margin. */
    Ink rest(String text, String right) {
        int room = columns() - column - Printable.width(Printable.line(right)) - 2;
        text(Printable.cut(Printable.line(text), Math.max(NARROWEST / 2, room)));
        return right(right);
    }

    Ink end() {
        out.print("\n");
        out.flush();
        column = 0;
        return this;
    }

    Ink line(String text) {
        return text(text).end();
    }

    /** Words broken between words, further lines beginning at {@code indent}, and the end of the line. */
    Ink prose(int indent, String text) {
        return prose(indent, List.of(new Span(text, Style.PLAIN)));
    }

    Ink prose(int indent, List<Span> spans) {
        if (column < indent) {
            to(indent);
        }
        boolean first = true;
        for (List<Span> word : Words.of(spans)) {
            int width =
                    word.stream().mapToInt(part -> Printable.width(part.text())).sum();
            if (!first && column + 1 + width > Math.min(columns(), WIDEST_PROSE)) {
                end().to(indent);
                first = true;
            }
            if (!first) {
                text(" ");
            }
            word.forEach(part -> text(part.text(), part.style()));
            first = false;
        }
        return end();
    }

    void flush() {
        out.flush();
    }
}
