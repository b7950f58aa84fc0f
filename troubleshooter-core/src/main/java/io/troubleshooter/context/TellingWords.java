package io.troubleshooter.context;

import io.troubleshooter.redact.RedactedText;
import java.util.Locale;

/** Words of a line that make it worth showing, whatever its level: failures weigh 1, changes a part of it. */
final class TellingWords {

    private static final int MAX = 2_000;

    private static final String[] FAILURES = {
        "error",
        "fail",
        "fatal",
        "exception",
        "panic",
        "cannot",
        "can't",
        "could not",
        "unable",
        "denied",
        "refused",
        "not found",
        "no such",
        "invalid",
        "abort",
        "crash",
        "kill",
        "timed out",
        "timeout",
        "exceed",
        "exhaust",
        "full",
        "no space",
        "too many",
        "out of memory",
        "expired",
        "corrupt",
        "rejected",
        "unreachable",
        "missing",
        "lost",
        "reset by peer",
        "not permitted",
        "forbidden",
        "unauthorized",
        "deadlock",
        "overflow",
        "unhealthy",
        "evict",
        "violat",
        "mismatch",
        "conflict",
        "caused by",
        "root cause",
        "unknown",
        "undefined",
        "limit"
    };

    private static final String[] CHANGES = {
        "config",
        "deploy",
        "reload",
        "restart",
        "rotat",
        "upgrad",
        "migrat",
        "changed",
        "shut",
        "start",
        "stop",
        "signal",
        "connect",
        "slow",
        "retry",
        "waiting",
        "locked",
        "disabled",
        "version",
        "exit"
    };

    private TellingWords() {}

    static double in(RedactedText line) {
        String text = line.slice(0, Math.min(MAX, line.length())).toString().toLowerCase(Locale.ROOT);
        return first(text, FAILURES) >= 0 ? 1 : first(text, CHANGES) >= 0 ? 0.4 : 0;
    }

    /** Offset of the first word that speaks of a failure; -1 where none does. */
    static int firstFailure(String text) {
        return first(text.toLowerCase(Locale.ROOT), FAILURES);
    }

    private static int first(String text, String[] words) {
        int first = -1;
        for (String word : words) {
            int at = text.indexOf(word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
