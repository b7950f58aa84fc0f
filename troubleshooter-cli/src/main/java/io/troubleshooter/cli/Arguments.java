package io.troubleshooter.cli;

import java.util.List;
import java.util.Map;

/**
 * The command line, understood.
 *
 * @param flags values by option; of an option without a value, {@code true}
 * @param operands what is neither command nor option: files, a rule, a topic
 */
record Arguments(Command command, Map<Option, String> flags, List<String> operands) {

    boolean has(Option option) {
        return flags.containsKey(option);
    }
}
