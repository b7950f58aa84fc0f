package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

import io.troubleshooter.normalize.NormalizedBlock;
import org.jspecify.annotations.Nullable;

/**
 * What a line is part of, where a secret spans several: key blocks, block scalars, lists, data of Kubernetes Secrets.
 * Each state ends by itself after {@link #MAX_LINES} lines, so that nothing a log holds can switch redaction on for good.
 */
final class MultiLine {

    private static final int MAX_LINES = 200;

    private enum Mode {
        NONE,
        PRIVATE_KEY,
        PUBLIC_KEY,
        COUNTED,
        BLOCK,
        SCALAR,
        LIST,
        NEXT,
        KEY_TAIL
    }

    private final KeyBody keyBody = new KeyBody();
    private final SecretManifest manifest = new SecretManifest();
    private Mode mode = Mode.NONE;
    private int left;
    private int indent;
    private @Nullable NameRule rule;
    private @Nullable NameRule named;

    /** Before the scan: adds what is secret because of the lines before. */
    void before(Line line) {
        line.named = named;
        manifest.before(line);
        if (mode == Mode.NONE) {
            return;
        }
        if (left-- <= 0 || !goesOn(line)) {
            mode = Mode.NONE;
        }
    }

    private boolean goesOn(Line line) {
        return switch (mode) {
            case PRIVATE_KEY -> keyBody.add(line);
            case PUBLIC_KEY -> {
                line.isPublic = true;
                yield line.find("-----END", line.start, line.end) < 0;
            }
            case COUNTED -> add(line, content(line), line.end, "private-key");
            case BLOCK ->
                isBlankLine(line)
                        || indent(line) > indent && (isKeyMark(line) || add(line, content(line), line.end, kind()));
            case SCALAR -> scalar(line);
            case LIST -> list(line);
            case NEXT -> isBlankLine(line) || next(line);
            case KEY_TAIL -> keyTail(line);
            case NONE -> false;
        };
    }

    /** The marks around a key stay; what is between is taken by the key itself. */
    private static boolean isKeyMark(Line line) {
        return line.has(content(line), "-----");
    }

    private String kind() {
        return rule == null ? "secret" : rule.kind();
    }

    private static boolean add(Line line, int from, int to, String kind) {
        if (line.at(from) != '<' || Placeholder.end(line.b, from, line.end) != to) {
            line.hits.add(from, to, kind);
        }
        return true;
    }

    /** The value of a name that had the line before to itself; one line only. */
    private boolean scalar(Line line) {
        int from = content(line);
        if (line.has(from, "string(")) {
            int quote = line.find("\"", from, Math.min(line.end, from + 20));
            if (quote > 0) {
                secret(line, quote);
            }
            return false;
        }
        boolean deeper = indent(line) > indent && from < line.end && line.b[from] != '-' && line.b[from] != '#';
        if (deeper && isScalar(line, from)) {
            secret(line, from);
        }
        return false;
    }

    /** The only word of the line, after a text that announced it. */
    private static boolean next(Line line) {
        int from = content(line);
        int to = line.skipBlanksBack(line.end);
        if (to - from >= 6 && line.find(" ", from, to) < 0 && (Looks.isTokenLike(line, from, to, 6))) {
            add(line, from, to, "password");
        }
        return false;
    }

    /** The value of a form's field, and a password that a text ends with a colon to announce. */
    private static boolean announces(Line line) {
        int last = line.at(line.end - 1);
        return last == ':' && line.find("password", Math.max(line.start, line.end - 120), line.end) >= 0
                || last == '"' && line.naming != null && line.find("form-data", line.start, line.end) >= 0;
    }

    /** Whether the line was a whole line of a key whose beginning nobody saw. */
    private static boolean isKeyLine(Line line) {
        Hits hits = line.hits;
        return hits.size() == 1 && hits.end(0) == line.end && hits.kind(0).equals("private-key");
    }

    /** The last line of such a key, shorter than the others. */
    private static boolean keyTail(Line line) {
        int from = content(line);
        int to = line.end;
        int body = to;
        while (body > from && line.b[body - 1] == '=') {
            body--;
        }
        for (int k = from; k < body; k++) {
            if (!ByteClass.isBase64(line.b[k])) {
                return false;
            }
        }
        boolean padded = body < to && body - from >= 2;
        if (to - from < 76 && (padded || Looks.isTokenLike(line, from, to, 12))) {
            add(line, from, to, "private-key");
        }
        return false;
    }

    private static boolean isScalar(Line line, int from) {
        if (Value.isQuote(line.b[from])) {
            Value value = Value.at(line, from, false);
            return line.at(value.end() + 1) != ':';
        }
        for (int k = from; k < line.end; k++) {
            if (isBlank(line.b[k]) || line.b[k] == ':' || line.b[k] == '{' || line.b[k] == '[') {
                return false;
            }
        }
        return true;
    }

    private boolean list(Line line) {
        int from = content(line);
        if (from >= line.end || line.b[from] == ']' || line.b[from] == '}') {
            return false;
        }
        if (line.b[from] == '-') {
            from = line.skipBlanks(from + 1);
        }
        secret(line, from);
        return line.find("]", from, line.end) < 0;
    }

    private void secret(Line line, int from) {
        Value value = Value.at(line, from, false);
        if (rule != null && !value.isEmpty() && line.b[value.start()] != '<') {
            boolean header = rule.value() == NameRule.ValueForm.AUTH;
            int blank = value.start();
            while (header && blank < value.end() && !isBlank(line.b[blank])) {
                blank++;
            }
            int start = header && blank < value.end() ? blank + 1 : value.start();
            add(line, start, value.end(), rule.kind());
        }
    }

    /** After the scan: takes note of what the line opens. */
    void after(Line line, NormalizedBlock block, int index) {
        named = line.naming;
        manifest.after(line, block, index);
        if (line.opens == Line.Opens.NOTHING) {
            if (mode == Mode.NONE && isKeyLine(line)) {
                mode = Mode.KEY_TAIL;
                left = 1;
            } else if (mode == Mode.NONE && announces(line)) {
                mode = Mode.NEXT;
                left = 3;
            }
            return;
        }
        rule = line.openRule;
        indent = indent(line);
        left = MAX_LINES;
        switch (line.opens) {
            case PRIVATE_KEY -> {
                mode = Mode.PRIVATE_KEY;
                keyBody.open(line);
            }
            case PUBLIC_KEY -> mode = Mode.PUBLIC_KEY;
            case COUNTED -> {
                mode = Mode.COUNTED;
                left = Math.min(line.count, MAX_LINES);
            }
            case BLOCK -> mode = Mode.BLOCK;
            case SCALAR -> mode = Mode.SCALAR;
            case LIST -> mode = Mode.LIST;
            default -> {}
        }
    }

    static int content(Line line) {
        return line.skipBlanks(line.start);
    }

    static int indent(Line line) {
        return content(line) - line.start;
    }

    static boolean isBlankLine(Line line) {
        return content(line) == line.end;
    }
}
