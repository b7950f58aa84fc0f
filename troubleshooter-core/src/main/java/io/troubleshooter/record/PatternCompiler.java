package io.troubleshooter.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles the header patterns of the formats. A blank stands for blanks or tabs, {@code {name}} or {@code {name:type}}
 * for a field, <code>{? ...}</code> for what may be missing, a backslash before a brace for the brace; all else stands
 * for itself. {@code docs/formats.md} lists the types.
 */
final class PatternCompiler {

    private static final int LIMIT = 512;

    private final String pattern;
    private final LevelWords words;
    private final Map<String, Object> marks;
    private int at;

    private PatternCompiler(String pattern, LevelWords words, Map<String, Object> marks) {
        this.pattern = pattern;
        this.words = words;
        this.marks = marks;
    }

    /** @param marks levels by single byte, for {@code {level:mark}} */
    static Step[] compile(String pattern, LevelWords words, Map<String, Object> marks) {
        PatternCompiler compiler = new PatternCompiler(pattern, words, marks);
        Step[] steps = compiler.steps(false);
        if (compiler.at < pattern.length()) {
            throw compiler.wrong("a brace too many");
        }
        return steps;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("header pattern " + pattern + " at " + at + ": " + why);
    }

    private Step[] steps(boolean nested) {
        List<Step> steps = new ArrayList<>();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '}' && nested) {
                at++;
                return steps.toArray(new Step[0]);
            }
            steps.add(c == ' ' ? blanks() : c == '{' ? braces() : literal());
        }
        if (nested) {
            throw wrong("{? is not closed");
        }
        return steps.toArray(new Step[0]);
    }

    private Step blanks() {
        at++;
        return new Step.Blanks();
    }

    private Step literal() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && " {}".indexOf(pattern.charAt(at)) < 0) {
            if (pattern.charAt(at) == '\\') {
                at++;
            }
            text.append(pattern.charAt(at++));
        }
        if (text.length() == 0) {
            throw wrong("a brace too many");
        }
        return new Step.Literal(Ascii.bytes(text.toString()));
    }

    private Step braces() {
        if (pattern.startsWith("{?", at)) {
            at += 2;
            return new Step.Maybe(steps(true));
        }
        char before = at == 0 ? ' ' : pattern.charAt(at - 1);
        int close = pattern.indexOf('}', at);
        if (close < 0) {
            throw wrong("a field is not closed");
        }
        String field = pattern.substring(at + 1, close);
        at = close + 1;
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        return field(name, colon < 0 ? usualType(name, before) : field.substring(colon + 1), before);
    }

    private String usualType(String name, char before) {
        return switch (name) {
            case "time", "level" -> name;
            case "message" -> "rest";
            case "pid", "tid" -> "int";
            case "status" -> "status";
            default -> before == '[' && next() == ']' || before == '(' && next() == ')' ? "inside" : "word";
        };
    }

    private Step field(String name, String type, char before) {
        return switch (type) {
            case "time" -> new ValueStep.Time(false);
            case "bsd" -> new ValueStep.Time(true);
            case "epoch" -> new ValueStep.Epoch();
            case "level" -> new ValueStep.LevelWord(words);
            case "letter" -> new ValueStep.LevelLetter();
            case "mark" -> mark();
            case "int" -> new ValueStep.Number(name, ValueStep.Number.Kind.INTEGER);
            case "padded" -> new ValueStep.Number(name, ValueStep.Number.Kind.PADDED);
            case "uptime" -> new ValueStep.Number(name, ValueStep.Number.Kind.UPTIME);
            case "num" -> new ValueStep.Number(name, ValueStep.Number.Kind.DECIMAL);
            case "status" -> new ValueStep.Number(name, ValueStep.Number.Kind.STATUS);
            case "pri" -> new ValueStep.Number(name, ValueStep.Number.Kind.PRIORITY);
            case "word" -> new TextStep.Word(name, next());
            case "class" -> new TextStep.ClassName(name);
            case "tag" -> new SyslogTag(name, false);
            case "tagged" -> new SyslogTag(name, true);
            case "sd" -> new StructuredData();
            case "from" -> new TextStep.From();
            case "logged" -> new TextStep.Logged();
            case "age" -> new TextStep.Tested(name, next(), WordTests::isAge);
            case "uuid" -> new TextStep.Tested(name, next(), WordTests::isUuid);
            case "host" -> new TextStep.Tested(name, next(), WordTests::isHost);
            case "at" -> new TextStep.Tested(name, next(), WordTests::isAddress);
            case "rust" -> new TextStep.RustPath(name);
            case "end" -> new TextStep.End();
            case "state" -> new ValueStep.State(name);
            case "quoted" -> new TextStep.Quoted(name);
            case "until" -> new TextStep.Until(name, nextLiteral(), LIMIT);
            case "inside" -> new TextStep.Inside(name, before, before == '[' ? ']' : before == '(' ? ')' : '>');
            case "rest" -> new TextStep.Rest(name);
            default -> throw wrong("there is no type " + type);
        };
    }

    private Step mark() {
        StringBuilder bytes = new StringBuilder();
        List<Level> levels = new ArrayList<>();
        for (Map.Entry<String, Object> mark : marks.entrySet()) {
            bytes.append(mark.getKey().charAt(0));
            levels.add(Formats.level(mark.getValue()));
        }
        return new ValueStep.LevelMark(bytes.toString(), levels.toArray(new Level[0]));
    }

    /** The byte behind the field, at which it stops; -1 where only a blank stops it. */
    private int next() {
        int i = at;
        while (pattern.startsWith("{?", i)) {
            i += 2;
        }
        return i < pattern.length() && " {}".indexOf(pattern.charAt(i)) < 0 ? pattern.charAt(i) : -1;
    }

    private byte[] nextLiteral() {
        int i = at;
        while (i < pattern.length() && "{}".indexOf(pattern.charAt(i)) < 0) {
            i++;
        }
        if (i == at) {
            throw wrong("'until' needs fixed text behind it");
        }
        return Ascii.bytes(pattern.substring(at, i).replace("\\", ""));
    }
}
