package io.troubleshooter.aws.cloudwatch;

import static io.troubleshooter.aws.cloudwatch.LogsFixture.GROUP;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.ToolContract;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolAnswer;
import io.troubleshooter.tool.ToolLimits;
import io.troubleshooter.tool.ToolRun;
import io.troubleshooter.tool.Toolbox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CloudWatchToolsTest extends ToolContract {

    private static final CloudWatchLogsServer SERVER = server();
    private static final CloudWatchLogs LOGS =
            LogsFixture.open(SERVER, CloudWatchLimits.service(List.of("/aws/lambda/*")));

    private static CloudWatchLogsServer server() {
        CloudWatchLogsServer server = new CloudWatchLogsServer().group("/secret/payroll");
        for (int i = 0; i < 30; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(1_800 - i), "ERROR order " + i + " of bob@example.com timed out");
        }
        return server;
    }

    @AfterAll
    static void close() {
        LOGS.close();
        SERVER.close();
    }

    @Override
    protected List<Offer> offers() {
        List<Tool> tools = LOGS.tools();
        String where = "\"from\":\"1h ago\",\"groups\":[\"" + GROUP + "\"]";
        return List.of(
                new Offer(tools.get(0), "{\"prefix\":\"/aws\"}"),
                new Offer(tools.get(1), "{\"from\":\"1h ago\",\"to\":\"now\",\"group\":\"" + GROUP + "\"}"),
                new Offer(tools.get(2), "{\"text\":\"ERROR\"," + where + "}"),
                new Offer(tools.get(3), "{\"query\":\"stats count(*) as n by bin(30m)\"," + where + "}"));
    }

    private ToolAnswer call(int tool, String arguments) {
        ToolRun run = new Toolbox(LOGS.tools(), ToolLimits.DEFAULT).begin(scene(), RedactionSession.create(), 1);
        return run.call(LOGS.tools().get(tool).spec().name(), arguments);
    }

    @Test
    void onlyAllowedGroupsAreListed() {
        assertThat(call(0, "{}").output().toString())
                .contains("/aws/lambda/checkout")
                .doesNotContain("payroll");
    }

    @Test
    void otherGroupsAreRefusedByEveryTool() {
        String groups = "\"groups\":[\"/secret/payroll\"],\"from\":\"1h\"";
        for (ToolAnswer answer : List.of(
                call(1, "{\"group\":\"/secret/payroll\",\"from\":\"1h\"}"),
                call(2, "{" + groups + "}"),
                call(3, "{\"query\":\"limit 1\"," + groups + "}"))) {
            assertThat(answer.failed()).isTrue();
            assertThat(answer.output().toString()).contains("not among those");
        }
    }

    @Test
    void outputsAreRedactedAndTellTheCost() {
        ToolAnswer answer = call(2, "{\"groups\":[\"" + GROUP + "\"],\"from\":\"50m ago\",\"text\":\"order 7 \"}");

        assertThat(answer.output().toString())
                .contains("order 7 of <email:1>")
                .contains("1 query scanned")
                .contains("USD (price of")
                .doesNotContain("bob@example");
    }

    @Test
    void queriesThatDoMoreThanReadAreRefusedBeforeAnyCall() {
        long before = SERVER.calls().size();
        String where = "\"from\":\"1h\",\"groups\":[\"" + GROUP + "\"]}";

        assertThat(call(3, "{\"query\":\"fields unmask(@message)\"," + where).failed())
                .isTrue();
        assertThat(call(3, "{\"query\":\"SOURCE '/secret/payroll'\"," + where).failed())
                .isTrue();
        assertThat(SERVER.calls()).hasSize((int) before);
    }

    @Test
    void theSameQuestionIsAnsweredFromMemory() {
        List<Tool> tools = LOGS.tools();
        String arguments = "{\"groups\":[\"" + GROUP + "\"],\"from\":\"40m ago\",\"to\":\"20m ago\"}";
        ToolRun run = new Toolbox(tools, ToolLimits.DEFAULT).begin(scene(), RedactionSession.create(), 1);
        ToolAnswer first = run.call("cloudwatch_search", arguments);
        long calls = SERVER.calls().size();
        ToolAnswer second = run.call("cloudwatch_search", arguments);

        assertThat(SERVER.calls()).hasSize((int) calls);
        assertThat(second.output()).isEqualTo(first.output());
    }
}
