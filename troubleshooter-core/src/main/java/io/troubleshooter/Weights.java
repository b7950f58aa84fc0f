package io.troubleshooter;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.tool.ToolAnswer;

/** About how much memory things take, in bytes. */
final class Weights {

    /** A conversation, its evidence and answers aside. */
    static final long CONVERSATION = 16L << 10;

    /** As measured of answers by rules: most of it is the diagnosis. */
    private static final long ANSWER = 12L << 10;

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
