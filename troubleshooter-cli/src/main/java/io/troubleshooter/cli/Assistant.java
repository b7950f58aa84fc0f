package io.troubleshooter.cli;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.bucket4j.BucketRateLimit;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.mcp.McpTools;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The library with the provider, the limits and the stores asked for. */
final class Assistant implements AutoCloseable {

    /** Whose sessions and budget: there is one user. */
    static final String OWNER = "local";

    /** More than anybody reads; what asks faster is a loop gone wrong. */
    private static final int ANSWERS_PER_MINUTE = 30;

    private static final Duration CACHE_TIME = Duration.ofHours(24);

    private final Settings settings;
    private final Surroundings around;
    private final Stores stores;
    private final @Nullable ModelProvider provider;
    private final @Nullable McpTools mcp;
    private final @Nullable CloudWatchLogs logs;
    private Troubleshooter engine;
    private String model = "";

    private Assistant(Settings settings, Surroundings around, Stores stores, @Nullable ModelProvider provider) {
        this.settings = settings;
        this.around = around;
        this.stores = stores;
        this.provider = provider;
        this.mcp = provider == null || servers(settings).isEmpty() ? null : McpSetup.open(servers(settings));
        this.logs = provider == null || settings.value(Option.CLOUDWATCH).isEmpty()
                ? null
                : CloudWatchSetup.forModel(settings, around);
        this.engine = engine();
    }

    static Assistant open(Settings settings, Surroundings around, Stores stores) {
        return new Assistant(settings, around, stores, Providers.open(settings, around));
    }

    private Troubleshooter engine() {
        Troubleshooter.Builder builder =
                Engine.builder(settings, around).sessions(stores.sessions()).audit(stores.audit());
        if (provider != null) {
            builder.model(provider, Providers.settings(settings, model))
                    .budgets(stores.budgets())
                    .rateLimit(new BucketRateLimit(ANSWERS_PER_MINUTE, Duration.ofMinutes(1), around.clock()))
                    .cache(cache(), CACHE_TIME);
        }
        builder.tools(tools());
        if (logs != null) {
            builder.toolLimits(slower(ToolLimits.DEFAULT));
        }
        if (provider != null && !settings.value(Option.GUARDRAIL).isEmpty()) {
            builder.screen(screen(provider));
        }
        return builder.build();
    }

    private List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        if (mcp != null) {
            tools.addAll(mcp.tools());
        }
        if (logs != null) {
            tools.addAll(logs.tools());
        }
        return tools;
    }

    /** A query over many groups takes its time. */
    private static ToolLimits slower(ToolLimits usual) {
        return new ToolLimits(usual.calls(), usual.outputBytes(), usual.totalBytes(), CloudWatchSetup.modelLooks());
    }

    private TextScreen screen(ModelProvider asked) {
        if (!asked.id().equals("bedrock")) {
            throw settings.wrong(
                    Option.GUARDRAIL, settings.get(Option.GUARDRAIL), "empty, but with --provider bedrock");
        }
        return BedrockSetup.screen(settings, asked);
    }

    private static String servers(Settings settings) {
        return settings.value(Option.MCP_SERVERS);
    }

    /** Stored where sessions are kept; nothing is asked of a model yet. */
    Conversation begin() {
        return engine.converse(OWNER);
    }

    /** For a single question. */
    Conversation beginUnkept() {
        return engine.converse();
    }

    /** A conversation that was kept, to go on with. */
    Conversation resume(String id) {
        return engine.resume(OWNER, id)
                .orElseThrow(() -> new TroubleshooterException(
                        Code.INVALID_CONFIGURATION,
                        "There is no session " + id + ".",
                        "Those kept are listed by: tst chat --list"));
    }

    Stores stores() {
        return stores;
    }

    /** Answers come from this model from now on, in conversations begun or resumed later. */
    void use(String other) {
        if (provider == null) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "There is no provider to ask.",
                    "Start with one: tst chat --provider NAME --model ID");
        }
        model = other;
        engine = engine();
    }

    String analyst() {
        if (provider == null) {
            return "rules, offline";
        }
        return provider.id() + ", " + Providers.settings(settings, model).cheap();
    }

    Budgets.@Nullable Balance balance() {
        return provider == null ? null : stores.budgets().balance(OWNER);
    }

    AnswerCache cache() {
        return settings.has(Option.NO_CACHE) ? AnswerCache.NONE : stores.cache();
    }

    @Override
    public void close() {
        try {
            if (provider != null) {
                provider.close();
            }
            if (mcp != null) {
                mcp.close();
            }
            if (logs != null) {
                logs.close();
            }
            stores.file().close();
        } catch (Exception ending) {
            // What was confirmed is kept; the rest is of no more use.
        }
    }
}
