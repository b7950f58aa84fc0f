package io.troubleshooter.cli;

import io.troubleshooter.prompt.Prompt;
import io.troubleshooter.prompt.PromptDiff;
import io.troubleshooter.prompt.Prompts;
import java.io.IOException;
import java.util.List;

/** {@code tst prompts}: the instructions that models get, every version of each. */
final class PromptsCommand {

    private static final String USAGE = "tst prompts list, tst prompts show ID[@V], tst prompts diff ID V1 V2";

    private PromptsCommand() {}

    static int run(Output out, List<String> operands) throws IOException {
        Prompts prompts = Prompts.builtIn();
        String action = operands.isEmpty() ? "list" : operands.get(0);
        switch (action + "/" + Math.max(1, operands.size())) {
            case "list/1" -> out.print(list(prompts));
            case "show/2" -> out.print(show(prompts, operands.get(1)));
            case "diff/4" ->
                out.print(diff(
                        prompts.get(operands.get(1), version(operands.get(2))),
                        prompts.get(operands.get(1), version(operands.get(3)))));
            default -> throw new UsageException("tst prompts cannot do that", USAGE);
        }
        return Cli.DONE;
    }

    private static String list(Prompts prompts) {
        StringBuilder out = new StringBuilder();
        for (String id : prompts.ids()) {
            for (Prompt prompt : prompts.versions(id)) {
                String name = id + "@" + prompt.version();
                out.append(name).append(" ".repeat(Math.max(1, 16 - name.length())));
                out.append(prompt.hash()).append("  ").append(prompt.note()).append('\n');
            }
        }
        return out.toString();
    }

    private static String show(Prompts prompts, String name) {
        int at = name.indexOf('@');
        Prompt prompt =
                at < 0 ? prompts.latest(name) : prompts.get(name.substring(0, at), version(name.substring(at + 1)));
        String temperature = prompt.temperature() < 0 ? "the model's own" : Double.toString(prompt.temperature());
        return prompt.reference() + "\n" + prompt.note() + "\nat most " + prompt.maxTokens() + " tokens, temperature "
                + temperature + "\n\n" + prompt.text().toString().stripTrailing() + "\n";
    }

    private static String diff(Prompt older, Prompt newer) {
        StringBuilder out = new StringBuilder(
                "--- " + older.reference() + "\n+++ " + newer.reference() + "  " + newer.note() + "\n");
        for (PromptDiff.Line line : PromptDiff.between(older, newer)) {
            String sign = switch (line.kind()) {
                case SAME -> " ";
                case REMOVED -> "-";
                case ADDED -> "+";
            };
            out.append(sign).append(line.text()).append('\n');
        }
        return out.toString();
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new UsageException("a version is a number, not " + text, USAGE);
        }
    }
}
