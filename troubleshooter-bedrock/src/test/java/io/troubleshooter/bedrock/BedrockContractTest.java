package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.ModelProviderContract;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.ModelProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

class BedrockContractTest extends ModelProviderContract {

    private final List<BedrockServer> servers = new ArrayList<>();
    private final CountDownLatch probe = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @Override
    protected ModelProvider provider(List<Scene> scenes) {
        BedrockServer server = new BedrockServer(
                scenes.stream().map(scene -> Acts.of(scene, probe, hungUp)).toList());
        servers.add(server);
        return Providers.of(server).build();
    }

    @Override
    protected String model() {
        return "eu.anthropic.claude-haiku-5-5";
    }

    @Override
    protected void awaitHungUp() throws Exception {
        probe.countDown();
        assertThat(hungUp.await(20, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
    }

    @AfterEach
    void stop() {
        servers.forEach(BedrockServer::close);
    }
}
