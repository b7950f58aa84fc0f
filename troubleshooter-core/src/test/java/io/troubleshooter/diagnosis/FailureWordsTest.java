package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: cannot open the ledger",
                "frobd: Error opening the ledger",
                "java.io.IOException: disk",
                "ValueError: bad input",
                "3 errors",
                "10 failed",
                "upload failed.",
                "request timed out"
            })
    void aLineThatTellsOfAFailure(String line) {
        assertThat(FailureWords.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_cloudwatch_metric_alarm.errors: Refreshing state... [id=shop-5xx-errors]",
                "error_count 12",
                "processed 12, 0 errors, failed=0",
                "errors: 0",
                "No error found",
                "PASS src/errors/handler.test.ts",
                "\u2713 fails for undefined input",
                "ready"
            })
    void aLineInWhichTheWordIsANameOrCountedAsNone(String line) {
        assertThat(FailureWords.in(line)).isFalse();
    }
}
