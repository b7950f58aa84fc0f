package io.troubleshooter.report;

/**
 * One physical line of a quote, split at the words that matter.
 *
 * @param number physical line number; 0 where it is not known
 * @param before text before the marked words; all of it where none are marked
 */
record QuotedLine(long number, String before, String marked, String after) {

    String text() {
        return before + marked + after;
    }

    boolean isMarked() {
        return !marked.isEmpty();
    }
}
