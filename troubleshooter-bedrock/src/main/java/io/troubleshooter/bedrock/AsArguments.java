package io.troubleshooter.bedrock;

import io.troubleshooter.model.ReplySink;

/** Hands words on as the arguments of the tool whose schema they have to fit. */
record AsArguments(ReplySink sink, String tool) implements ReplySink {

    @Override
    public void text(String piece) {
        sink.arguments(tool, piece);
    }

    @Override
    public void arguments(String called, String fragment) {
        sink.arguments(called, fragment);
    }
}
