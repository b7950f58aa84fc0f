package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the stack trace of a record, in its text or in a field, and asks the parser of its language. */
final class StackTraces {

    private StackTraces() {}

    static @Nullable StackTrace find(LogRecord record) {
        boolean single = record.continuation().isEmpty() && record.fields().get("stack_trace") == null;
        if (single && JsonText.split(record.message()).size() < 2) {
            return null;
        }
        List<TraceLine> lines = TraceLine.of(record);
        for (int i = 0; i < lines.size(); i++) {
            StackTrace trace = parse(lines, i);
            if (trace != null) {
                return trace;
            }
        }
        return null;
    }

    /** The trace whose language line {@code index} gives away. */
    private static @Nullable StackTrace parse(List<TraceLine> lines, int index) {
        TraceLine line = lines.get(index);
        if (line.isBlank()) {
            return null;
        }
        return switch (line.b[line.from]) {
            case 'a' -> AtTraces.isFrame(line) ? AtTraces.parse(lines, index) : null;
            case 'T', '|', '+' -> PythonTraces.isStart(line) ? PythonTraces.parse(lines, index) : null;
            case 'p', 'f', 'g' -> GoTraces.isStart(line) ? GoTraces.parse(lines, index) : ruby(lines, index);
            case 't' -> RustTraces.isStart(line) ? RustTraces.parse(lines, index) : null;
            case '#' -> PhpTraces.isFrame(line) ? PhpTraces.parse(lines, index) : null;
            case '*' -> ElixirTraces.isStart(line) ? ElixirTraces.parse(lines, index) : null;
            case '/' -> GoTraces.isPlace(line) ? GoTraces.parseBare(lines, index) : ruby(lines, index);
            default -> ruby(lines, index);
        };
    }

    private static @Nullable StackTrace ruby(List<TraceLine> lines, int index) {
        return RubyTraces.isFrame(lines.get(index)) ? RubyTraces.parse(lines, index) : null;
    }
}
