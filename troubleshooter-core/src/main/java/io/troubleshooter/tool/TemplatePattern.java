package io.troubleshooter.tool;

import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.evidence.PatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The regex of lines that look like a template, by its fixed words. */
final class TemplatePattern {

    private static final String WILDCARD = "<*>";
    private static final int MIN_LETTERS = 4;

    private TemplatePattern() {}

    /** The regex; null where the template has too few words to tell anything by. */
    static @Nullable LinePattern of(String template) {
        int end = template.indexOf('\n');
        String line = end < 0 ? template : template.substring(0, end);
        List<String> pieces = new ArrayList<>();
        int length = 0;
        int letters = 0;
        for (String fixed : line.split(Pattern.quote(WILDCARD), -1)) {
            String quoted = quoted(fixed.strip());
            if (length + quoted.length() + 2 > LinePattern.MAX_LENGTH) {
                break;
            }
            pieces.add(quoted);
            length += quoted.length() + 2;
            letters += (int) fixed.chars().filter(Character::isLetter).count();
        }
        return letters < MIN_LETTERS ? null : compiled(String.join(".*", pieces));
    }

    private static @Nullable LinePattern compiled(String regex) {
        try {
            return LinePattern.regex(regex);
        } catch (PatternException tooLarge) {
            return null;
        }
    }

    /** The words as a regex that finds them as they stand, white space aside. */
    static String quoted(String words) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\t') {
                quoted.append(quoted.toString().endsWith("\\s+") ? "" : "\\s+");
            } else {
                boolean plain = Character.isLetterOrDigit(c) || c >= 0x80 || c == '_';
                quoted.append(plain ? "" : "\\").append(c);
            }
        }
        return quoted.toString();
    }
}
