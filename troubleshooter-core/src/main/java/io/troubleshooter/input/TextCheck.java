package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;

/**
 * Refuses what is no text, by the share of control bytes at its head. A run of NUL counts once: a log file that was
 * truncated while its writer went on begins with a hole of them.
 */
final class TextCheck {

    private static final int SAMPLE = 4096;
    /** In random or compressed bytes a tenth are such control bytes, in text hardly any. */
    private static final int MOST_PERCENT = 5;

    private static final int FEWEST_CONTROLS = 4;

    private final String name;
    private int seen;
    private int counted;
    private int controls;
    private int previous = -1;

    TextCheck(String name) {
        this.name = name;
    }

    /** Looks at further bytes; throws once the sample is complete and is no text. */
    void look(byte[] bytes, int from, int to) {
        if (seen == SAMPLE) {
            return;
        }
        int end = Math.min(to, from + SAMPLE - seen);
        for (int i = from; i < end; i++) {
            count(bytes[i]);
        }
        seen += end - from;
        if (seen == SAMPLE) {
            finish();
        }
    }

    private void count(byte b) {
        if (b == 0 && previous == 0) {
            return;
        }
        previous = b;
        counted++;
        if (isOddInText(b)) {
            controls++;
        }
    }

    private static boolean isOddInText(byte b) {
        return (b >= 0 && b < 0x07) || (b >= 0x0e && b < 0x20 && b != 0x1b) || b == 0x7f;
    }

    /** To be called at the end of the input. */
    void finish() {
        if (controls >= FEWEST_CONTROLS && controls * 100L > counted * (long) MOST_PERCENT) {
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT,
                    name + " is no text: control bytes stand all over its beginning",
                    "Give the log itself; unpack or export it as text first, for example with journalctl or strings.");
        }
    }
}
