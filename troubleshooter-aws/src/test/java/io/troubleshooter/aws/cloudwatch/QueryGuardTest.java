package io.troubleshooter.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields @timestamp, @message | filter @message like /a|b/ | sort @timestamp desc | limit 20",
                "filter @message like \"x | y\" | stats count(*) by bin(5m), @log",
                "parse @message /user=(?<u>[^|]+)/ | dedup u",
                "filter source = \"aws.ec2\" | pattern @message",
                "stats avg(bytes / 1024) as kb by bin(1h) | sort kb desc",
                "fields source, @message",
                "  FILTER status >= 500\n| stats count(*)"
            })
    void readsAreAllowed(String query) {
        assertThat(QueryGuard.allows(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields unmask(@message)",
                "fields @message | unmask @message",
                "SOURCE logGroups(namePrefix: ['/secret']) | fields @message",
                "source '/secret/payroll' | fields @message",
                "fields @message | filter id in (SOURCE logGroups('/secret') | fields id)",
                "fields @message | filter id in (SOURCE # x\n logGroups('/secret') | fields id)",
                "filter @message like /x\\/ | diff",
                "fields @message | anomaly",
                "fields '\\' | unmask @message",
                "fields @message | lookup t id",
                "fields @message | UNMASK @message",
                "fields @message |",
                "| fields @message",
                "",
                "select * from x",
                "fields \"a | source '/secret'\""
            })
    void theRestIsNot(String query) {
        assertThat(QueryGuard.allows(query)).isFalse();
    }

    @Test
    void onlyQueriesForEventsMayBeSplit() {
        assertThat(QueryShape.of("fields @timestamp, @message | filter a = '|'").isOfEvents())
                .isTrue();
        assertThat(QueryShape.of("filter a = 1 | stats count(*)").isOfEvents()).isFalse();
        assertThat(QueryShape.of("fields @message | limit 5").isOfEvents()).isFalse();
    }
}
