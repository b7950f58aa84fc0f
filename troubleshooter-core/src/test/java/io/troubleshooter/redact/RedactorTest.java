package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail to ann@example.org failed              | mail to <email:1> failed
            from 10.1.2.3:4711 to 10.9.8.7              | from <ip:1>:4711 to <ip:2>
            password=hunter2 user=x                     | password=<password:1> user=x
            {"db_password":"s3\\"cr","port":1}          | {"db_password":"<password:1>","port":1}
            postgres://app:s3cr3t@db:5432/shop          | postgres://app:<url-password:1>@db:5432/shop
            Authorization: Bearer abcdef.123456         | Authorization: Bearer <auth-header:1>
            Cookie: sid=4f2a; theme=dark                | Cookie: sid=<cookie:1>; theme=<cookie:2>
            key AKIAQ3EGSD7MOBK7LQWZ used               | key <aws-access-key:1> used
            password=${DB_PASSWORD}                     | password=${DB_PASSWORD}
            compass=north monkey=7 token_count=3        | compass=north monkey=7 token_count=3
            """)
    void takesTheSecretAndLeavesTheRest(String line, String expected) {
        assertThat(Redactor.create().redact(line)).hasToString(expected);
    }

    @Test
    void givesTheSameValueTheSamePlaceholderInAllParts() {
        RedactionSession session = RedactionSession.create();
        Redactor first = session.newRedactor();
        Redactor second = session.newRedactor();
        first.redact("10.0.0.1 10.0.0.2");
        RedactedText kept = second.redact("10.0.0.2 10.0.0.3");
        session.adopt(first);
        assertThat(session.adopt(second).apply(kept)).hasToString("<ip:2> <ip:3>");
        assertThat(session.summary().byKind()).containsEntry("ip", 4L);
    }

    @Test
    void keepsLineBreaksOfATextThatStandsAlone() {
        assertThat(Redactor.create().redact("a\n\nb\n")).hasToString("a\n\nb\n");
    }

    @Test
    void changesNothingInWhatIsAlreadyRedacted() {
        String redacted = "from <ip:1> password=<password:1> user <email:7>";
        assertThat(Redactor.create().redact(redacted)).hasToString(redacted);
    }

    @Test
    void givesNoNumberThatAPlaceholderInTheTextHasAlready() {
        assertThat(Redactor.create().redact("<ip:1> and <ip:4> before 10.1.2.3"))
                .hasToString("<ip:1> and <ip:4> before <ip:5>");
        assertThat(Redactor.create().redact("<ip:99999999999> <ip:2147483647> 10.1.2.3"))
                .hasToString("<ip:99999999999> <ip:2147483647> <ip:1>");
    }

    @Test
    void findsInOnePassWhatStandsBesideASecret() {
        String text = "id sk_live_4eC39HqLyjWDarjtT1zdp7dc+49zXUX5HwkhU92VgnOg0cuJblZ";
        String once = Redactor.create().redact(text).toString();
        assertThat(Redactor.create().redact(once)).hasToString(once);
        assertThat(once).doesNotContain("HwkhU92");
    }
}
