package io.troubleshooter.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes rules in the form that a cold JVM reads fastest: what matching needs first, and the texts, which only rules
 * that matched need, in a file of their own.
 *
 * <p>Layout, big-endian; a string is its length in bytes as an int and UTF-8; a list is its size as a short and its
 * entries; an absent string is the length -1:
 *
 * <pre>
 * rules.bin: int magic "TSR1" | string version | int rules
 * per rule: string id | byte kind | short weight in thousandths
 *           list of matches (list any | list all, in lower case | string? pattern | byte levels as bits | list formats)
 *           list unless | int minCount | long within in ms or -1 | list present | list absent | list after
 *           list explains | int offset of its texts in the other file
 * rule-texts.bin, per rule: string title | string explanation | list causes
 *           list of fixes (string action | string? command | string risk | string rollback)
 *           list of checks (string check | string? command | string expect | string? then) | list references
 * </pre>
 */
final class RulePackWriter {

    static final int MAGIC = 0x54535231;

    private static final List<String> KINDS = List.of("CAUSE", "SYMPTOM", "NOISE");
    private static final List<String> LEVELS = List.of("UNKNOWN", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    private final JsonNode rules;

    RulePackWriter(JsonNode rules) {
        this.rules = rules;
    }

    void write(Path folder) throws IOException {
        Pack texts = new Pack();
        Pack index = new Pack();
        index.out.writeInt(MAGIC);
        index.string(version());
        index.out.writeInt(rules.size());
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : rules) {
            check(ids.add(rule.path("id").asText()), rule, "the id is used twice");
            writeIndex(rule, index);
            index.out.writeInt(texts.size());
            writeTexts(rule, texts);
        }
        Files.write(folder.resolve("rules.bin"), index.bytes());
        Files.write(folder.resolve("rule-texts.bin"), texts.bytes());
    }

    /** FNV-1a over the rules as JSON: any change of any rule changes it. */
    private String version() {
        long hash = 0xcbf29ce484222325L;
        for (byte b : rules.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return String.format("%012x", hash >>> 16);
    }

    private static void writeIndex(JsonNode rule, Pack pack) throws IOException {
        pack.string(required(rule, "id"));
        int kind = KINDS.indexOf(required(rule, "kind"));
        check(kind >= 0, rule, "kind is one of " + KINDS);
        pack.out.writeByte(kind);
        double weight = rule.path("weight").asDouble(-1);
        check(weight >= 0 && weight <= 1, rule, "weight is a number from 0 to 1");
        pack.out.writeShort((int) Math.round(weight * 1000));
        JsonNode matches = rule.path("match");
        check(matches.isArray() && !matches.isEmpty(), rule, "match is a list of at least one alternative");
        pack.out.writeShort(matches.size());
        for (JsonNode match : matches) {
            writeMatch(rule, match, pack);
        }
        pack.list(rule, "unless");
        writeConditions(rule.path("conditions"), pack);
        pack.list(rule, "explains");
    }

    private static void writeMatch(JsonNode rule, JsonNode match, Pack pack) throws IOException {
        checkLiterals(rule, match.path("any"));
        checkLiterals(rule, match.path("all"));
        check(match.path("any").size() + match.path("all").size() > 0, rule, "each match needs literals");
        pack.folded(match, "any");
        pack.folded(match, "all");
        pack.optional(match.get("pattern"));
        int levels = 0;
        for (JsonNode level : match.path("levels")) {
            int index = LEVELS.indexOf(level.asText());
            check(index >= 0, rule, "levels are of " + LEVELS);
            levels |= 1 << index;
        }
        pack.out.writeByte(levels);
        pack.list(match, "formats");
    }

    private static void checkLiterals(JsonNode rule, JsonNode literals) throws IOException {
        check(literals.isMissingNode() || literals.isArray(), rule, "any and all are lists");
        for (JsonNode literal : literals) {
            int bytes = literal.asText().getBytes(StandardCharsets.UTF_8).length;
            check(bytes >= 4, rule, "literal '" + literal.asText() + "' is shorter than four bytes");
        }
    }

    private static void writeConditions(JsonNode conditions, Pack pack) throws IOException {
        pack.out.writeInt(conditions.path("minCount").asInt(1));
        JsonNode within = conditions.get("within");
        pack.out.writeLong(
                within == null || within.isNull()
                        ? -1
                        : Duration.parse(within.asText()).toMillis());
        pack.list(conditions, "present");
        pack.list(conditions, "absent");
        pack.list(conditions, "after");
    }

    private static void writeTexts(JsonNode rule, Pack pack) throws IOException {
        pack.string(required(rule, "title"));
        pack.string(rule.path("explanation").asText(""));
        pack.list(rule, "causes");
        pack.out.writeShort(rule.path("fixes").size());
        for (JsonNode fix : rule.path("fixes")) {
            pack.string(required(fix, "action"));
            pack.optional(fix.get("command"));
            pack.string(fix.path("risk").asText("low"));
            pack.string(fix.path("rollback").asText(""));
        }
        pack.out.writeShort(rule.path("checks").size());
        for (JsonNode check : rule.path("checks")) {
            pack.string(required(check, "check"));
            pack.optional(check.get("command"));
            pack.string(check.path("expect").asText(""));
            pack.optional(check.get("then"));
        }
        pack.list(rule, "references");
    }

    private static String required(JsonNode node, String field) throws IOException {
        JsonNode value = node.get(field);
        check(value != null && value.isTextual() && !value.asText().isBlank(), node, field + " is missing");
        return value.asText();
    }

    private static void check(boolean holds, JsonNode where, String what) throws IOException {
        if (!holds) {
            String start = where.toString();
            throw new IOException("rule " + where.path("id").asText(start.substring(0, Math.min(80, start.length())))
                    + ": " + what);
        }
    }

    /** The primitive forms. */
    private static final class Pack {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);

        int size() {
            return bytes.size();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void string(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }

        void optional(JsonNode text) throws IOException {
            if (text == null || text.isNull()) {
                out.writeInt(-1);
            } else {
                string(text.asText());
            }
        }

        /** Literals as they are compared: without case in ASCII. */
        void folded(JsonNode owner, String field) throws IOException {
            JsonNode list = owner.path(field);
            out.writeShort(list.size());
            for (JsonNode entry : list) {
                string(lowerAscii(entry.asText()));
            }
        }

        private static String lowerAscii(String text) {
            StringBuilder lower = new StringBuilder(text);
            for (int i = 0; i < lower.length(); i++) {
                char c = lower.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    lower.setCharAt(i, (char) (c | 0x20));
                }
            }
            return lower.toString();
        }

        void list(JsonNode owner, String field) throws IOException {
            JsonNode list = owner.path(field);
            check(list.isMissingNode() || list.isNull() || list.isArray(), owner, field + " is a list");
            out.writeShort(list.size());
            for (JsonNode entry : list) {
                string(entry.asText());
            }
        }
    }
}
