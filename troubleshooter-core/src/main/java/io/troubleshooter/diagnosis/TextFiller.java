package io.troubleshooter.diagnosis;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills {@code {name}} in the texts of a rule. */
final class TextFiller {

    private static final int MAX_VALUE = 80;

    /** First words that make a text a command. */
    private static final Set<String> TOOLS = Set.of(
            "argocd",
            "aws",
            "docker",
            "eksctl",
            "flux",
            "git",
            "helm",
            "kubectl",
            "mysql",
            "psql",
            "redis-cli",
            "rabbitmqctl",
            "sudo",
            "sysctl",
            "systemctl",
            "terraform");

    private final Function<String, @Nullable String> values;

    /** @param values gives the value of a name, null where it is not known */
    TextFiller(Function<String, @Nullable String> values) {
        this.values = values;
    }

    /** A title: a part in square brackets that has a name in it is left out where the name is not known. */
    String title(String template) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('['); open >= 0; open = template.indexOf('[', at)) {
            int close = template.indexOf(']', open);
            if (close < 0) {
                break;
            }
            out.append(prose(template.substring(at, open)));
            appendOptional(template.substring(open + 1, close), out);
            at = close + 1;
        }
        return out.append(prose(template.substring(at)))
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }

    private void appendOptional(String part, StringBuilder out) {
        int name = nextName(part, 0);
        if (name < 0) {
            out.append('[').append(part).append(']');
        } else if (isFilled(part)) {
            out.append(prose(part));
        }
    }

    private boolean isFilled(String part) {
        for (int open = nextName(part, 0); open >= 0; open = nextName(part, open + 1)) {
            if (values.apply(part.substring(open + 1, part.indexOf('}', open))) == null) {
                return false;
            }
        }
        return true;
    }

    /** A sentence: what is not known is called by its name. */
    String prose(String template) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = nextName(template, 0); open >= 0; open = nextName(template, at)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            String value = values.apply(name);
            out.append(template, at, open);
            out.append(value == null ? unknown(name, out) : shortened(value));
            at = close + 1;
        }
        return out.append(template.substring(at)).toString();
    }

    private static String unknown(String name, StringBuilder before) {
        String word = words(name);
        String soFar = before.toString().stripTrailing().toLowerCase(Locale.ROOT);
        if (soFar.endsWith(word)) {
            before.setLength(soFar.length());
            return "";
        }
        return "the " + word;
    }

    /** {@code queueName} as {@code queue name}. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /**
     * A command: what is not known, or could do harm in a shell, stays a blank to fill in, {@code <pod>}. Log text is
     * hostile, and people paste commands.
     */
    @Nullable
    String command(@Nullable String template) {
        if (template == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = nextName(template, 0); open >= 0; open = nextName(template, at)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            String value = values.apply(name);
            out.append(template, at, open);
            out.append(value == null || !isSafe(value) ? "<" + name + ">" : value);
            at = close + 1;
        }
        return out.append(template.substring(at)).toString();
    }

    /** A sentence or a command, whichever it is: how to undo something may be either. */
    String proseOrCommand(String template) {
        int end = template.indexOf(' ');
        boolean command = end > 0 && TOOLS.contains(template.substring(0, end));
        return command ? String.valueOf(command(template)) : prose(template);
    }

    private static boolean isSafe(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && "._:/@%+=,-".indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty() && value.charAt(0) != '-' && value.length() <= 300;
    }

    private static String shortened(String value) {
        String line = value.lines().findFirst().orElse("").strip();
        return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE - 3) + "...";
    }

    /** Where the next {@code {name}} begins; braces of shells and of templates ({@code ${x}}, {@code {{.x}}}) are none. */
    private static int nextName(String text, int from) {
        for (int open = text.indexOf('{', from); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = open + 1;
            while (close < text.length() && Character.isLetterOrDigit(text.charAt(close))) {
                close++;
            }
            boolean named = close > open + 1 && close < text.length() && text.charAt(close) == '}';
            boolean shell = open > 0 && "${".indexOf(text.charAt(open - 1)) >= 0;
            if (named && !shell && Character.isLowerCase(text.charAt(open + 1))) {
                return open;
            }
        }
        return -1;
    }
}
