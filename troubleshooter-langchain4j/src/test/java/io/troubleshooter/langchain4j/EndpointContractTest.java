package io.troubleshooter.langchain4j;

import io.troubleshooter.contract.ModelProviderContract;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Each kind of endpoint keeps to the contract of providers, over real connections. */
class EndpointContractTest {

    @Nested
    class OpenAi extends Endpoint {
        OpenAi() {
            super(new OpenAiFormat(), LangChain4jProvider::openAi);
        }
    }

    @Nested
    class Anthropic extends Endpoint {
        Anthropic() {
            super(new AnthropicFormat(), LangChain4jProvider::anthropic);
        }
    }

    private abstract static class Endpoint extends ModelProviderContract {

        private static final String CARD = """
                {"models": [{"ids": ["test-model"], "capabilities": {"tools": true, "forcedTool": true,
                 "sampling": true, "context": 128000, "maxOutput": 8192}, "prices": [], "source": "a test"}]}""";

        private final WireFormat format;
        private final BiFunction<EndpointSettings, ModelCatalog, ModelProvider> open;
        private WireServer server;

        Endpoint(WireFormat format, BiFunction<EndpointSettings, ModelCatalog, ModelProvider> open) {
            this.format = format;
            this.open = open;
        }

        @Override
        protected ModelProvider provider(List<Scene> scenes) {
            closeServer();
            server = new WireServer(format, scenes);
            EndpointSettings settings = new EndpointSettings(
                    server.baseUrl(),
                    "sk-test-key",
                    model(),
                    Duration.ofSeconds(5),
                    new Retries(4, Duration.ofMillis(5), Duration.ofMillis(20)));
            return open.apply(settings, ModelCatalog.builtIn().with(CARD));
        }

        @Override
        protected String model() {
            return "test-model";
        }

        @Override
        protected void awaitHungUp() throws Exception {
            server.awaitHungUp();
        }

        @AfterEach
        void closeServer() {
            if (server != null) {
                server.close();
            }
        }
    }
}
