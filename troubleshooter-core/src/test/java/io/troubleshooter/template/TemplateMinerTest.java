package io.troubleshooter.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateMinerTest {

    private final Redactor redactor = Redactor.create();

    @Test
    void numbersAddressesAndPathsAreVariable() {
        assertThat(templates("connect to 10.1.2.3:8080 failed after 3 tries, see /var/log/app.log"))
                .containsExactly("connect to <*> failed after <*> tries, see <*>");
    }

    @Test
    void aRedactionPlaceholderIsAlwaysVariable() {
        assertThat(templates("login of <email:1> from <ip:3>:22", "login of <email:2> from <ip:9>:22"))
                .containsExactly("login of <*> from <*>", "login of <*> from <*>");
    }

    @Test
    void aNameWithADigitShowsAsLongAsItIsTheSameEverywhere() {
        assertThat(templates("session via ssh2 opened", "session via ssh2 opened"))
                .containsOnly("session via ssh2 opened");
        assertThat(templates("link eth0 is up", "link eth1 is up")).containsOnly("link <*> is up");
    }

    @Test
    void aUnitShowsUnlessItVaries() {
        assertThat(templates("took 5 seconds", "took 9 seconds")).containsOnly("took <*> seconds");
        assertThat(templates("took 5 seconds", "took 9 seconds", "took 10 hours"))
                .containsOnly("took <*>");
    }

    @Test
    void aPlaceWhereManyWordsOccurIsVariable() {
        List<String> lines = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) {
            lines.add("module " + c + "lpha" + c + " was loaded");
        }
        assertThat(templates(lines.toArray(String[]::new))).containsOnly("module <*> was loaded");
    }

    private List<String> templates(String... messages) {
        TemplateMiner miner = new TemplateMiner(1000);
        List<Integer> ids = new ArrayList<>();
        for (String message : messages) {
            ids.add(miner.add(redactor.redact(message)));
        }
        Templates templates = miner.cluster();
        return ids.stream()
                .map(id -> templates.all().get(templates.indexOf(id)).text().toString())
                .toList();
    }
}
