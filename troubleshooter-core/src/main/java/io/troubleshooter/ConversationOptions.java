package io.troubleshooter;

import io.troubleshooter.conversation.Investigator;
import io.troubleshooter.conversation.ModelInvestigator;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.conversation.ModelSetup;
import io.troubleshooter.conversation.OfflineInvestigator;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.guard.RateLimit;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.prompt.Experiments;
import io.troubleshooter.prompt.Prompts;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolLimits;
import io.troubleshooter.tool.Toolbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How conversations are answered and kept. Null stands for the default, so that a program which only analyzes loads
 * nothing of what they need.
 */
final class ConversationOptions {

    @Nullable
    ModelProvider provider;

    @Nullable
    ModelSettings model;

    @Nullable
    Budgets budgets;

    @Nullable
    RateLimit rateLimit;

    @Nullable
    AnswerCache cache;

    @Nullable
    Duration cacheTime;

    boolean similar;

    boolean mustStore;

    @Nullable
    List<Tool> tools;

    @Nullable
    ToolLimits toolLimits;

    @Nullable
    TextScreen screen;

    @Nullable
    SessionStore sessions;

    @Nullable
    AuditLog audit;

    @Nullable
    Experiments experiments;

    private @Nullable Investigator investigator;

    ConversationOptions copy() {
        ConversationOptions copy = new ConversationOptions();
        copy.provider = provider;
        copy.model = model;
        copy.budgets = budgets;
        copy.rateLimit = rateLimit;
        copy.cache = cache;
        copy.cacheTime = cacheTime;
        copy.similar = similar;
        copy.mustStore = mustStore;
        copy.tools = tools;
        copy.toolLimits = toolLimits;
        copy.screen = screen;
        copy.sessions = sessions;
        copy.audit = audit;
        copy.experiments = experiments;
        return copy;
    }

    SessionStore sessions() {
        return sessions == null ? SessionStore.NONE : sessions;
    }

    AuditLog audit() {
        return audit == null ? AuditLog.NONE : audit;
    }

    /** @param model whether a model may be asked */
    Investigator investigator(Settings settings, boolean model) {
        return model ? investigator(settings) : new OfflineInvestigator();
    }

    /** Made once: all conversations share it. */
    private synchronized Investigator investigator(Settings settings) {
        Investigator known = investigator;
        if (known == null) {
            known = make(settings);
            investigator = known;
        }
        return known;
    }

    private Investigator make(Settings settings) {
        ModelProvider asked = provider;
        ModelSettings how = model;
        return asked == null || how == null
                ? new OfflineInvestigator()
                : new ModelInvestigator(setup(asked, how, settings));
    }

    private ModelSetup setup(ModelProvider asked, ModelSettings how, Settings settings) {
        List<Tool> own = tools == null ? List.of() : tools;
        return new ModelSetup(
                asked,
                how,
                Prompts.builtIn(),
                experiments == null ? Experiments.NONE : experiments,
                Toolbox.standard(own, toolLimits == null ? ToolLimits.DEFAULT : toolLimits),
                screen == null ? TextScreen.NONE : screen,
                settings.rules(),
                budgets == null ? new InMemoryBudgets(Long.MAX_VALUE, settings.clock()) : budgets,
                rateLimit == null ? RateLimit.NONE : rateLimit,
                cache == null ? AnswerCache.NONE : cache,
                cacheTime == null ? Duration.ofHours(24) : cacheTime,
                own.isEmpty(),
                similar,
                audit(),
                settings.clock(),
                new SecureRandom());
    }
}
