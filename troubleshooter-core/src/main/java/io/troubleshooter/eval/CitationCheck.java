package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks citations against the input itself: the source and the lines exist, and the lines say what is quoted. Shares
 * nothing with the check that the engine makes. White space counts as one blank, and the numbers of placeholders do not
 * count, as they differ where a file is redacted by itself; quotes from inside JSON or HTML are compared without their
 * escapes.
 */
final class CitationCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("<([a-z][a-z0-9-]{0,40}):[0-9]{1,10}>");

    private final InputText input;
    private final List<ToolAnswer> tools;

    CitationCheck(InputText input, List<ToolAnswer> tools) {
        this.input = input;
        this.tools = tools;
    }

    boolean isValid(Citation citation) {
        String lines = input.text(citation.lines(), tools);
        String quote = comparable(citation.quote().toString());
        return lines != null
                && saysSomething(quote)
                && (contains(lines, quote) || contains(Unescaped.of(lines), quote));
    }

    private static boolean contains(String lines, String quote) {
        return comparable(lines).contains(quote);
    }

    private static String comparable(String text) {
        return Squeezed.of(PLACEHOLDER.matcher(text).replaceAll("<$1:#>"));
    }

    private static boolean saysSomething(String quote) {
        String words = quote.replaceAll("<[a-z][a-z0-9-]{0,40}:#>", "");
        return words.chars().anyMatch(Character::isLetterOrDigit);
    }
}
