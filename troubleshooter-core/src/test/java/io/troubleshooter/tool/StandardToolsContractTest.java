package io.troubleshooter.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.ToolContract;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardToolsContractTest extends ToolContract {

    @Override
    protected List<Offer> offers() {
        EventGroup group = scene().frame().groups().get(0);
        Map<String, String> arguments = Map.of(
                "search", "{\"query\":\"refused\"}",
                "read_lines", "{\"source\":\"S1\",\"first\":3,\"last\":40}",
                "list_groups", "{}",
                "open_group", "{\"group\":\"" + group.fingerprint() + "\"}",
                "around_time", "{\"time\":\"10:20:30\"}",
                "compare_periods", "{\"from_a\":\"10:00\",\"to_a\":\"10:10\",\"from_b\":\"10:20\",\"to_b\":\"10:30\"}",
                "entity_history", "{\"name\":\"db-1\"}",
                "explain_code", "{\"code\":\"137\"}",
                "lookup_rule", "{\"rule\":\"kubernetes/oom-killed\"}");
        return StandardTools.all().stream()
                .map(tool -> new Offer(tool, arguments.get(tool.spec().name())))
                .toList();
    }

    @Test
    void everyToolIsTried() {
        assertThat(offers()).hasSize(9).noneMatch(offer -> offer.arguments() == null);
    }
}
