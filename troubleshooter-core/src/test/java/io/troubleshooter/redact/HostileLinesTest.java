package io.troubleshooter.redact;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line of a megabyte, built against each trigger: the time must stay linear. */
class HostileLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=",
                "@",
                "a:",
                "a@",
                "-----BEGIN ",
                "1",
                "1.",
                "a=",
                "://",
                "a://b@",
                "password=",
                "password=(",
                "\\",
                "\"password\\\":\\\"",
                "%41",
                "<a:",
                "{",
                "{\"data\":{\"a\":\"b\",",
                "Cookie: ",
                "cookie: a=b;",
                "eyJ",
                "ghp_",
                "-p ",
                "$2b$",
                "4111 ",
                "ab:",
                "12:34:",
                "key=[",
                "key=",
                "sig=$",
                "bearer ",
                "/home/",
                "authorization: ",
                "://a:b/",
                "Aa1+/",
                "authorization: digest realm=x "
            })
    void takesNoMoreThanSeconds(String unit) {
        String line = unit.repeat(1_000_000 / unit.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Redactor.create().redact(line).length());
    }
}
