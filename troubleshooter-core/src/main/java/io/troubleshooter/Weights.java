package io.troubleshooter;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.tool.ToolAnswer;

/** About how much memory things take, in bytes. */
final class Weights {

    /** A conversation with little in it: its frame, tables and numbering. */
    static final long CONVERSATION = 96L << 10;

    private static final long ANSWER = 16L << 10;

    private Weights() {}

    static long of(Turn turn) {
        Answer answer = turn.answer();
        long bytes = ANSWER;
        for (ToolAnswer tool : answer.tools()) {
            bytes += 2L * tool.citable().length();
        }
        return bytes;
    }
}
