package io.troubleshooter.cli.chat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.InMemorySessions;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real library in memory. */
final class PaperDesk implements Desk {

    private static final String MODEL = "anthropic.claude-haiku-5-5";

    private final Budgets budgets = new InMemoryBudgets(1_000_000, Clock.systemUTC());
    private final SessionStore sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
    private final @Nullable ModelProvider provider;
    private final Troubleshooter engine;

    PaperDesk(@Nullable ModelProvider provider) {
        this.provider = provider;
        Troubleshooter.Builder builder = Troubleshooter.builder().sessions(sessions);
        if (provider != null) {
            builder.model(provider, ModelSettings.of(MODEL, MODEL)).budgets(budgets);
        }
        this.engine = builder.build();
    }

    @Override
    public Conversation begin() {
        return engine.converse("local");
    }

    @Override
    public Conversation resume(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public List<SessionStore.Header> sessions() {
        return sessions.list("local", 10);
    }

    @Override
    public void read(Conversation conversation, String file) {
        conversation.add(LogSource.of(Path.of(file)));
    }

    @Override
    public RedactedText redact(String text) {
        return RedactionSession.create().redact(text);
    }

    @Override
    public String analyst() {
        return provider == null ? "rules, offline" : provider.id();
    }

    @Override
    public Conversation use(String model, Conversation conversation) {
        return conversation;
    }

    @Override
    public Budgets.@Nullable Balance balance() {
        return provider == null ? null : budgets.balance("local");
    }

    @Override
    public AnswerCache cache() {
        return AnswerCache.NONE;
    }
}
