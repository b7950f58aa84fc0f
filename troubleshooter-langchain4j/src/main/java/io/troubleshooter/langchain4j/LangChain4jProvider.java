package io.troubleshooter.langchain4j;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Models through LangChain4j: OpenAI-compatible endpoints (OpenAI, vLLM, Ollama, llama.cpp, LiteLLM, ...), Anthropic's
 * own API, or a {@link ChatModel} that a service already has. Requests and replies are never logged.
 */
public final class LangChain4jProvider implements ModelProvider {

    private final String id;
    private final ChatModel model;
    private final @Nullable StreamingChatModel streaming;
    private final ModelCatalog catalog;
    private final Retries retries;
    private final ExecutorService calls = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tst-model-call");
        thread.setDaemon(true);
        return thread;
    });

    private LangChain4jProvider(
            String id, ChatModel model, @Nullable StreamingChatModel streaming, ModelCatalog catalog, Retries retries) {
        this.id = id;
        this.model = model;
        this.streaming = streaming;
        this.catalog = catalog;
        this.retries = retries;
    }

    /** Any OpenAI-compatible endpoint. */
    public static LangChain4jProvider openAi(EndpointSettings settings, ModelCatalog catalog) {
        StoppableHttpClient.Builder http = new StoppableHttpClient.Builder(settings.connectTimeout());
        ChatModel blocking = OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .maxRetries(0)
                .build();
        StreamingChatModel streaming = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .build();
        return new LangChain4jProvider("openai", blocking, streaming, catalog, settings.retries());
    }

    /** Anthropic's API, with the prefix of tools and system instructions cached. */
    public static LangChain4jProvider anthropic(EndpointSettings settings, ModelCatalog catalog) {
        StoppableHttpClient.Builder http = new StoppableHttpClient.Builder(settings.connectTimeout());
        ChatModel blocking = AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .cacheSystemMessages(true)
                .cacheTools(true)
                .maxRetries(0)
                .build();
        StreamingChatModel streaming = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .cacheSystemMessages(true)
                .cacheTools(true)
                .build();
        return new LangChain4jProvider("anthropic", blocking, streaming, catalog, settings.retries());
    }

    /**
     * Models that a service already has. How soon a call can be stopped depends on them: the thread that waits for
     * {@code model} is interrupted.
     *
     * @param streaming null where replies need not be seen as they form
     */
    public static LangChain4jProvider of(
            ChatModel model, @Nullable StreamingChatModel streaming, ModelCatalog catalog) {
        return new LangChain4jProvider("langchain4j", model, streaming, catalog, Retries.DEFAULT);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ModelCard card(String name) {
        return catalog.card(name);
    }

    @Override
    public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
        ChatRequest mapped = RequestMapper.map(request, card(request.model()).capabilities());
        StreamingChatModel live = sink == ReplySink.NONE ? null : streaming;
        Attempt attempt = live == null
                ? new BlockingAttempt(model, mapped, calls)
                : new StreamingAttempt(live, mapped, sink, calls);
        return retries.run(attempt, request, limits);
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
