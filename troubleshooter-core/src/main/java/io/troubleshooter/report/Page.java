package io.troubleshooter.report;

import io.troubleshooter.text.LineRef;

/** Text being laid out in columns. Whatever is printed goes through here, and so loses its control codes. */
final class Page {

    private final StringBuilder out = new StringBuilder(4096);
    private final TextOptions options;
    private int column;

    Page(TextOptions options) {
        this.options = options;
    }

    TextOptions options() {
        return options;
    }

    Page text(String text) {
        return styled(Style.PLAIN, text);
    }

    Page styled(Style style, String text) {
        String printable = Columns.printable(text, column);
        style.append(out, printable, options.color());
        column += Columns.of(printable);
        return this;
    }

    /** A reference to lines, linked where the source has an address. */
    Page ref(LineRef lines) {
        String address = options.links().get(lines.source());
        return address == null
                ? text(lines.toString())
                : linked(address.replace("{line}", Long.toString(lines.first())), lines.toString());
    }

    private Page linked(String address, String text) {
        out.append("\u001b]8;;").append(Columns.printable(address)).append("\u001b\\");
        text(text);
        out.append("\u001b]8;;\u001b\\");
        return this;
    }

    /** Blanks up to a column, at least one where text already reaches it. */
    Page to(int target) {
        boolean touches = column > 0 && out.charAt(out.length() - 1) != ' ';
        return blanks(Math.max(touches ? 1 : 0, target - column));
    }

    private Page blanks(int count) {
        out.append(" ".repeat(count));
        column += count;
        return this;
    }

    /** Text that ends at the right margin, or follows after two blanks where it does not fit. */
    Page right(String text) {
        return blanks(Math.max(2, options.columns() - Columns.of(text) - column))
                .text(text);
    }

    boolean fits(int further) {
        return column + further <= options.columns();
    }

    /** Words broken between words, each further line beginning at {@code indent}. */
    Page prose(int indent, String prose) {
        to(indent);
        boolean first = true;
        for (String word : Columns.printable(prose).split(" ", -1)) {
            if (!first && column + 1 + Columns.of(word) > options.proseColumns() && column > indent) {
                end().blanks(indent);
                first = true;
            }
            text(first ? word : " " + word);
            first = false;
        }
        return this;
    }

    Page end() {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == ' ') {
            length--;
        }
        out.setLength(length);
        out.append('\n');
        column = 0;
        return this;
    }

    /** One empty line, never two. */
    Page gap() {
        int length = out.length();
        if (length > 1 && !(out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n')) {
            out.append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
