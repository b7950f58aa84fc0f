package io.troubleshooter.http.hook;

import java.util.List;

/**
 * Alerts that belong together, as evidence.
 *
 * @param group what they have in common: alerts of one group come into one session
 * @param title of a session begun for them; not redacted yet
 * @param count how many
 * @param texts in order; not redacted yet
 */
record Alerts(String group, String title, int count, List<Text> texts) {

    /**
     * Lines of log.
     *
     * @param name of the source
     */
    record Text(String name, String lines) {}
}
