package io.troubleshooter.rule;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.record.Level;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the pack that the build compiled: layout in the build's {@code RulePackWriter}. */
final class BuiltInPack {

    private static final String FOLDER = "/io/troubleshooter/packs/";
    private static final int MAGIC = 0x54535231;
    private static final Rule.Kind[] KINDS = Rule.Kind.values();

    private final byte[] bytes;
    private final PackTexts texts;

    private BuiltInPack(byte[] bytes) {
        this.bytes = bytes;
        this.texts = new PackTexts();
    }

    static RuleSet load() {
        return new BuiltInPack(read("rules.bin")).rules();
    }

    static byte[] read(String name) {
        try (InputStream in = BuiltInPack.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw broken();
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw broken();
        }
    }

    private static TroubleshooterException broken() {
        return new TroubleshooterException(
                Code.INTERNAL, "The built-in rules are missing from the jar", "Build or install the jar again.");
    }

    private RuleSet rules() {
        PackCursor in = new PackCursor(bytes, 0);
        if (in.readInt() != MAGIC) {
            throw broken();
        }
        String version = in.string();
        CompiledRule[] rules = new CompiledRule[in.readInt()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = rule(in);
        }
        return new RuleSet(rules, version);
    }

    private CompiledRule rule(PackCursor in) {
        String id = in.string();
        Rule.Kind kind = KINDS[in.readByte()];
        double weight = in.readShort() / 1000.0;
        CompiledMatch[] matches = new CompiledMatch[in.readShort()];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = match(in);
        }
        RulePattern[] unless = patterns(in.list());
        Rule.Conditions conditions = conditions(in);
        List<String> explains = in.list();
        CompiledRule.Texts later = texts.at(in.readInt());
        return new CompiledRule(id, kind, weight, matches, unless, conditions, explains, later);
    }

    private static CompiledMatch match(PackCursor in) {
        byte[][] any = in.literals();
        byte[][] all = in.literals();
        String pattern = in.optional();
        return new CompiledMatch(
                any, all, pattern == null ? null : new RulePattern(pattern, true), levels(in.readByte()), in.list());
    }

    private static RulePattern[] patterns(List<String> sources) {
        RulePattern[] patterns = new RulePattern[sources.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = new RulePattern(sources.get(i), true);
        }
        return patterns;
    }

    private static Rule.Conditions conditions(PackCursor in) {
        int minCount = in.readInt();
        long within = in.readLong();
        List<String> present = in.list();
        List<String> absent = in.list();
        List<String> after = in.list();
        if (minCount <= 1 && present.isEmpty() && absent.isEmpty() && after.isEmpty()) {
            return Rule.Conditions.NONE;
        }
        return new Rule.Conditions(minCount, within < 0 ? null : Duration.ofMillis(within), present, absent, after);
    }

    private static Set<Level> levels(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        int bit = 1;
        for (Level level : Level.values()) {
            if ((bits & bit) != 0) {
                levels.add(level);
            }
            bit <<= 1;
        }
        return levels;
    }
}
