package io.troubleshooter.model;

import io.troubleshooter.contract.ModelProviderContract;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.RecordedReply.Fault;
import io.troubleshooter.model.RecordedReply.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

class ReplayContractTest extends ModelProviderContract {

    @Override
    protected ModelProvider provider(List<Scene> scenes) {
        List<RecordedReply> replies = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            replies.add(recorded(scenes.get(i), i == scenes.size() - 1));
        }
        return new ReplayProvider(replies);
    }

    @Override
    protected String model() {
        return "replay";
    }

    private static RecordedReply recorded(Scene scene, boolean last) {
        Kind kind = kind(scene.kind());
        Fault fault = kind == null ? null : new Fault(kind, !last, kind == Kind.CUT ? 60 : 0, null);
        int times = last ? RecordedReply.ENDLESS : 1;
        return new RecordedReply(null, null, times, scene.parts(), scene.stop(), scene.usage(), Duration.ZERO, fault);
    }

    private static @Nullable Kind kind(Scene.Kind kind) {
        return switch (kind) {
            case REPLY, UNKNOWN_STOP -> null;
            case THROTTLED -> Kind.THROTTLED;
            case SERVER_ERROR -> Kind.DOWN;
            case HANG -> Kind.HANG;
            case CUT -> Kind.CUT;
            case BAD_CREDENTIALS -> Kind.MISCONFIGURED;
            case TOO_LONG -> Kind.REFUSED;
        };
    }
}
