package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.input.LogSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets in the log, the file's name and the question: none of them is in anything that the library gives back. */
class NothingRawLeavesTest {

    private static final List<String> SECRETS = List.of(
            "Sup3rS3cretPw",
            "jane.roe@example.org",
            "203.0.113.77",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz");

    private static final String LOG = """
            2026-11-20 09:43:10 ERROR [db] cannot connect to postgres://app:Sup3rS3cretPw@203.0.113.77:5432/shop: Connection refused
            2026-11-20 09:43:11 ERROR [db] login of jane.roe@example.org failed, password=Sup3rS3cretPw
            java.net.ConnectException: Connection refused for jane.roe@example.org
            \tat com.acme.Db.open(Db.java:4)
            2026-11-20 09:43:12 WARN [api] Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz
            """;

    @Test
    void inFrameAndDiagnosis() {
        Diagnosis diagnosis = Troubleshooter.create()
                .diagnose(
                        List.of(LogSource.text(LOG, "jane.roe@example.org.log")),
                        "why can jane.roe@example.org with Sup3rS3cretPw, i.e. password=Sup3rS3cretPw, not log in?");

        String everything = diagnosis.toString();
        assertThat(everything).contains("refused").contains("<email:1>");
        for (String secret : SECRETS) {
            assertThat(everything).doesNotContain(secret);
        }
    }
}
