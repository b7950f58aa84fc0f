package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server and a provider that asks it, for one test. */
final class Service implements AutoCloseable {

    static final String MODEL = "us.anthropic.claude-haiku-5-5";

    final BedrockServer server;
    final ModelProvider provider;

    private Service(UnaryOperator<BedrockBuilder> settings, List<Act> acts) {
        server = new BedrockServer(acts);
        provider = settings.apply(Providers.of(server)).build();
    }

    static Service playing(Act... acts) {
        return new Service(builder -> builder, List.of(acts));
    }

    static Service with(UnaryOperator<BedrockBuilder> settings, Act... acts) {
        return new Service(settings, List.of(acts));
    }

    ModelReply ask(ReplySink sink) {
        return ask(Requests.question(MODEL), sink);
    }

    ModelReply ask(ModelRequest request, ReplySink sink) {
        return provider.ask(request, sink, Requests.patient());
    }

    @Override
    public void close() {
        provider.close();
        server.close();
    }
}
