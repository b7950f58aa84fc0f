package io.troubleshooter.redact;

import org.jspecify.annotations.Nullable;

/** Names that say something of the values of other names, in this line or the next ones. */
final class Structures {

    private final TellingNames names;

    Structures(TellingNames names) {
        this.names = names;
    }

    /** Takes note of what the name says; returns the offset to go on from, or -1. */
    int at(Line line, NameRule rule, int from) {
        return switch (rule.value()) {
            case NAMING -> naming(line, from);
            case LINES -> lines(line, from);
            case KIND -> kind(line, from);
            case DATA -> data(line, rule, from);
            default -> -1;
        };
    }

    private int naming(Line line, int from) {
        Value value = Value.at(line, from, false);
        NameRule rule = value.isEmpty() ? null : names.match(line, value.end());
        line.naming = rule != null && isSecret(rule) ? rule : null;
        if (line.naming != null) {
            valueBefore(line, line.naming, from);
        }
        return -1;
    }

    /** {@code {"value":"x","name":"DB_PASSWORD"}}: the value that stands before its name. */
    private static void valueBefore(Line line, NameRule rule, int from) {
        int brace = from;
        int bound = Math.max(line.start, from - 300);
        while (brace > bound && line.b[brace - 1] != '{') {
            brace--;
        }
        int name = brace > bound ? line.find("alue\"", brace, from) : -1;
        int colon = name < 0 ? -1 : colon(line, name + 5);
        Value value = colon < 0 ? null : Value.at(line, colon + 1, false);
        if (value != null
                && value.isQuoted()
                && !value.isEmpty()
                && value.end() < from
                && line.b[value.start()] != '<') {
            line.hits.add(value.start(), value.end(), rule.kind());
        }
    }

    private static boolean isSecret(NameRule rule) {
        return rule.value() == NameRule.ValueForm.SECRET || rule.value() == NameRule.ValueForm.TOKEN;
    }

    private static int lines(Line line, int from) {
        int count = 0;
        for (int k = line.skipBlanks(from); k < line.end && ByteClass.isDigit(line.b[k]) && count < 1000; k++) {
            count = count * 10 + line.b[k] - '0';
        }
        line.count = count;
        line.open(Line.Opens.COUNTED);
        return -1;
    }

    private static int kind(Line line, int from) {
        int next = line.at(from);
        if (next != ' ' && next != '"' && next != '\\' && next != '\'') {
            return -1;
        }
        Value value = Value.at(line, from, false);
        boolean secret = value.end() - value.start() == 6 && line.has(value.start(), "Secret");
        if (line.manifest == Line.Manifest.NONE) {
            line.manifest = secret ? Line.Manifest.SECRET : Line.Manifest.OTHER;
        }
        return -1;
    }

    private static int data(Line line, NameRule rule, int from) {
        boolean plain = rule.name().startsWith("string");
        int k = line.skipBlanks(from);
        if (k == line.end || k == line.end - 1 && line.b[k] == '{') {
            line.manifest = plain ? Line.Manifest.STRING_DATA : Line.Manifest.DATA;
            return -1;
        }
        return line.b[k] == '{' && (plain || isSecret(line)) ? object(line, k + 1, "k8s-secret") : -1;
    }

    private static boolean isSecret(Line line) {
        if (!line.kindSearched) {
            line.kindSearched = true;
            line.saysSecret = line.find("\"kind\":\"Secret\"", line.start, line.end) >= 0
                    || line.find("\"kind\": \"Secret\"", line.start, line.end) >= 0
                    || line.find("\\\"kind\\\":\\\"Secret\\\"", line.start, line.end) >= 0;
        }
        return line.saysSecret;
    }

    /** Adds every text that is a value in the object. */
    static int object(Line line, int from, String kind) {
        int k = from;
        while (k < line.end && line.b[k] != '}') {
            Value name = Value.at(line, k, false);
            int colon = colon(line, name.end());
            if (!name.isQuoted() || colon < 0) {
                return k;
            }
            Value value = Value.at(line, colon + 1, false);
            if (!value.isEmpty() && line.b[value.start()] != '<') {
                line.hits.add(value.start(), value.end(), kind);
            }
            k = value.end();
            while (k < line.end && line.b[k] != ',' && line.b[k] != '}') {
                k++;
            }
            k += line.at(k) == ',' ? 1 : 0;
        }
        return k;
    }

    private static int colon(Line line, int from) {
        int k = from;
        while (k < line.end && k - from < 6 && line.b[k] != ':') {
            k++;
        }
        return line.at(k) == ':' ? k : -1;
    }

    /** The rule for a value whose name stood in the line before. */
    @Nullable
    static NameRule fromLineBefore(Line line, int valueName) {
        int k = line.skipBlanksBack(valueName);
        boolean first = k == line.start || line.b[k - 1] == '"' && line.skipBlanksBack(k - 1) == line.start;
        return first ? line.named : null;
    }
}
