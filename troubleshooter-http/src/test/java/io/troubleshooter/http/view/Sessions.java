package io.troubleshooter.http.view;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;

/** Sessions with evidence, for tests of what they show. */
final class Sessions {

    private static final Troubleshooter TROUBLESHOOTER =
            Troubleshooter.builder().build();

    private Sessions() {}

    static Conversation with(String... logs) {
        Conversation conversation = TROUBLESHOOTER.converse("default/somebody");
        for (String log : logs) {
            conversation.add(LogSource.text(log, "app.log"));
        }
        return conversation;
    }

    static Snapshot of(String... logs) {
        return Snapshot.of(with(logs));
    }
}
