package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;

/** Reads the message out of the rows of a table. A quoted message may go on over lines. */
final class TableRows implements Layer {

    private final TableShape shape;
    private boolean insideQuotes;
    private int cellStart;
    private int cellEnd;
    private int next;
    private boolean closed;

    TableRows(TableShape shape) {
        this.shape = shape;
    }

    TableShape shape() {
        return shape;
    }

    @Override
    public boolean strip(Cursor line) {
        if (insideQuotes) {
            return goOn(line);
        }
        boolean bars = shape.separator() == '|';
        if (bars && line.bytes()[line.from()] != '|') {
            return false;
        }
        if (isHeader(line) || (bars && isRuler(line))) {
            line.narrow(line.to(), line.to());
            return true;
        }
        return stripRow(line, line.from() + (bars ? 1 : 0));
    }

    private boolean goOn(Cursor line) {
        cell(line, line.from() - 1, true);
        insideQuotes = !closed;
        leave(line, cellStart, cellEnd);
        return true;
    }

    private boolean isHeader(Cursor line) {
        byte first = line.bytes()[line.from()];
        return !IsoTime.isDigit(first) && shape.equals(TableShape.ofHeader(line));
    }

    private static boolean isRuler(Cursor line) {
        for (int i = line.from(); i < line.to(); i++) {
            if ("|-: ".indexOf(line.bytes()[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean stripRow(Cursor line, int from) {
        int start = -1;
        int end = -1;
        RedactedText time = null;
        RedactedText stream = null;
        next = from;
        int last = Math.max(shape.message(), Math.max(shape.time(), shape.stream()));
        for (int column = 0; column <= last; column++) {
            if (next > line.to()) {
                return false;
            }
            cell(line, next, next < line.to() && line.bytes()[next] == '"' && shape.separator() == ',');
            if (column == shape.message()) {
                start = cellStart;
                end = cellEnd;
                insideQuotes = !closed;
            } else if (!closed) {
                return false;
            }
            time = column == shape.time() ? line.slice(cellStart, cellEnd) : time;
            stream = column == shape.stream() ? line.slice(cellStart, cellEnd) : stream;
            if (insideQuotes) {
                break;
            }
        }
        if (time != null) {
            line.time(time);
        }
        if (stream != null) {
            line.stream(stream);
        }
        leave(line, start, end);
        return true;
    }

    /** Finds a cell, from its opening quote on if it has one. */
    private void cell(Cursor line, int from, boolean quoted) {
        closed = true;
        if (!quoted) {
            int end = line.indexOf(shape.separator(), from, line.to());
            next = end < 0 ? line.to() + 1 : end + 1;
            trim(line, from, end < 0 ? line.to() : end);
            return;
        }
        cellStart = from + 1;
        int end = closingQuote(line, cellStart);
        closed = end >= 0;
        cellEnd = closed ? end : line.to();
        next = closed && end + 1 < line.to() ? end + 2 : line.to() + 1;
    }

    private static int closingQuote(Cursor line, int from) {
        for (int i = from; i < line.to(); i++) {
            if (line.bytes()[i] == '"') {
                if (i + 1 >= line.to() || line.bytes()[i + 1] != '"') {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private void trim(Cursor line, int from, int to) {
        cellStart = Math.min(line.skipBlanks(from), to);
        cellEnd = to;
        while (cellEnd > cellStart && line.bytes()[cellEnd - 1] == ' ') {
            cellEnd--;
        }
    }

    private void leave(Cursor line, int start, int end) {
        line.narrow(start, end);
        for (int i = start; shape.separator() == ',' && i < end - 1; i++) {
            if (line.bytes()[i] == '"' && line.bytes()[i + 1] == '"') {
                line.replace(line.slice(start, end).unescapeCsv());
                return;
            }
        }
    }
}
