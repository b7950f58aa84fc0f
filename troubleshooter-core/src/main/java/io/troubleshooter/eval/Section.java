package io.troubleshooter.eval;

import java.util.List;

/**
 * A part of a report, before it is laid out.
 *
 * @param id for links, lower-case letters and hyphens
 * @param intro one or two sentences; empty where none are needed
 * @param rows of a table, each as long as {@code heads}; text is not yet escaped
 */
record Section(String id, String title, String intro, List<String> heads, List<Row> rows) {

    /**
     * A row of a table.
     *
     * @param anchor under which it can be linked to; empty where it cannot
     * @param tone {@code good}, {@code bad} or empty
     */
    record Row(String anchor, String tone, List<String> cells) {

        static Row of(List<String> cells) {
            return new Row("", "", cells);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
