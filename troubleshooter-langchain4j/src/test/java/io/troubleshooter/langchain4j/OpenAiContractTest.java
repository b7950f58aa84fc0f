package io.troubleshooter.langchain4j;

import io.troubleshooter.contract.ModelProviderContract;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class OpenAiContractTest extends ModelProviderContract {

    private static final String CARD = """
            {"models": [{"ids": ["test-model"], "capabilities": {"tools": true, "forcedTool": true, "sampling": true,
             "context": 128000, "maxOutput": 8192}, "prices": [], "source": "made up for a test"}]}""";

    private WireServer server;

    @Override
    protected ModelProvider provider(List<Scene> scenes) {
        closeServer();
        server = new WireServer(new OpenAiFormat(), scenes);
        EndpointSettings settings = new EndpointSettings(
                server.baseUrl(),
                "sk-test-key",
                model(),
                Duration.ofSeconds(5),
                new Retries(4, Duration.ofMillis(5), Duration.ofMillis(20)));
        return LangChain4jProvider.openAi(settings, ModelCatalog.builtIn().with(CARD));
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
