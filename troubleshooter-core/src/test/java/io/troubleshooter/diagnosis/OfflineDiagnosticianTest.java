package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.record.Level;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineDiagnosticianTest {

    private static final RuleSet RULES = RuleSet.empty().with("""
            [{"id":"disk/full","kind":"CAUSE","title":"The disk of {host} is full","weight":0.9,
              "match":[{"any":["No space left"],"pattern":"No space left(?: on (?<host>[a-z-]+))?"}],
              "explains":["database/write-failed"],"explanation":"The file system of {host} has no free block.",
              "fixes":[{"action":"Free space","command":"journalctl --vacuum-size=1G","risk":"low","rollback":"none"}],
              "checks":[{"check":"Read the manual","expect":"nothing"},
                        {"check":"Free space","command":"df -h {mount}","expect":"100%"}]},
             {"id":"database/write-failed","kind":"CAUSE","title":"The database cannot write","weight":0.95,
              "match":[{"any":["could not extend file"]}],"explains":["http/500"]},
             {"id":"http/500","kind":"SYMPTOM","title":"Requests fail with 500","weight":0.9,
              "match":[{"any":["Internal Server Error"]}]},
             {"id":"net/refused","kind":"CAUSE","title":"Connection refused[ by {host}]","weight":0.5,
              "match":[{"any":["connection refused"],"pattern":"tcp (?<host>[a-z$();-]+): connection refused"},
                       {"any":["connection refused"]}],
              "checks":[{"check":"Is it up","command":"nc -vz {host} 80","expect":"open"}]},
             {"id":"loop/a","kind":"CAUSE","title":"A","weight":0.6,"match":[{"any":["looping a"]}],"explains":["loop/b"]},
             {"id":"loop/b","kind":"CAUSE","title":"B","weight":0.6,"match":[{"any":["looping b"]}],"explains":["loop/a"]},
             {"id":"noise/probe","kind":"NOISE","title":"A port probe","weight":0.8,
              "match":[{"any":["TLS handshake error"]}]}]""");

    private static Frames frames() {
        return Frames.with(RULES);
    }

    private static List<String> causes(Diagnosis diagnosis) {
        return diagnosis.hypotheses().stream().map(Hypothesis::cause).toList();
    }

    @Test
    void theCauseComesBeforeWhatFollowsFromItThoughThatIsLouder() {
        Diagnosis diagnosis = frames().many(30, 0, Level.ERROR, "500 Internal Server Error")
                .at(1, Level.ERROR, "could not extend file base/1")
                .at(2, Level.WARN, "write: No space left on db-host")
                .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.INCIDENT);
        assertThat(causes(diagnosis)).containsExactly("disk/full", "database/write-failed", "http/500");
        assertThat(diagnosis.hypotheses()).extracting(Hypothesis::followsFrom).containsExactly(0, 1, 1);
        assertThat(diagnosis.hypotheses().get(0).explains()).containsExactly(2, 3);
        assertThat(diagnosis.summary()).isEqualTo("The disk of db-host is full, since 09:43:02");
    }

    @Test
    void aSymptomIsTracedToItsCauseOverARuleThatDidNotMatch() {
        Diagnosis diagnosis = frames().at(0, Level.ERROR, "500 Internal Server Error")
                .at(1, Level.ERROR, "No space left")
                .diagnose();

        assertThat(diagnosis.hypotheses().get(1).cause()).isEqualTo("http/500");
        assertThat(diagnosis.hypotheses().get(1).followsFrom()).isEqualTo(1);
    }

    @Test
    void amongCausesThatExplainOneAnotherTheEarlierLeads() {
        assertThat(causes(frames().at(5, Level.ERROR, "looping b")
                        .at(9, Level.ERROR, "looping a")
                        .diagnose()))
                .containsExactly("loop/b", "loop/a");
        assertThat(causes(frames().at(5, Level.ERROR, "looping a")
                        .at(9, Level.ERROR, "looping b")
                        .diagnose()))
                .containsExactly("loop/a", "loop/b");
    }

    @Test
    void aSymptomAloneIsNotEnoughEvidence() {
        Diagnosis diagnosis = frames().plain("500 Internal Server Error")
                .entity("pod", "web-5c8", 3)
                .entity("namespace", "shop", 2)
                .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(causes(diagnosis)).containsExactly("http/500");
        assertThat(diagnosis.hypotheses().get(0).confidence()).isLessThan(0.7);
        assertThat(diagnosis.gaps()).anyMatch(gap -> gap.contains("kubectl describe pod web-5c8 -n shop"));
    }

    @Test
    void noiseIsSetAside() {
        Diagnosis diagnosis = frames().many(100, 0, Level.INFO, "served")
                .at(3, Level.ERROR, "TLS handshake error from 1: EOF")
                .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_INCIDENT);
        assertThat(diagnosis.hypotheses()).isEmpty();
        assertThat(diagnosis.setAside()).singleElement().satisfies(aside -> {
            assertThat(aside.line()).isEqualTo(LineRef.of("S1", 101));
            assertThat(aside.why()).isEqualTo("A port probe");
        });
    }

    @Test
    void aHealthyLogRaisesNoAlarm() {
        Diagnosis diagnosis = frames().many(300, 0, Level.INFO, "GET /health 200")
                .many(20, 1, Level.WARN, "property x is deprecated")
                .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_INCIDENT);
        assertThat(diagnosis.summary()).isEqualTo("Nothing in these 320 lines needs action");
    }

    @Test
    void aWeakMarkAtInfoLevelInALongLogRaisesNoAlarm() {
        assertThat(frames().many(300, 0, Level.INFO, "served")
                        .at(2, Level.INFO, "probe: connection refused")
                        .diagnose()
                        .verdict())
                .isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void aRetryThatWentWellRaisesNoAlarm() {
        Frames recovered = frames().many(200, 0, Level.INFO, "served")
                .at(1, Level.ERROR, "connection refused, retrying in 1 s")
                .at(2, Level.INFO, "reconnected to the broker");
        assertThat(recovered.diagnose().verdict()).isEqualTo(Verdict.NO_INCIDENT);

        Frames lasting = frames().many(200, 0, Level.INFO, "served")
                .at(1, Level.INFO, "reconnected to the broker")
                .at(2, Level.ERROR, "connection refused, retrying in 1 s");
        assertThat(lasting.diagnose().verdict()).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void anErrorThatNoRuleKnowsIsToldInItsOwnWords() {
        Diagnosis diagnosis = frames().plain("starting")
                .plain("Error: failed to load widget: frob table is inconsistent: exit status 1")
                .diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.INCIDENT);
        Hypothesis top = diagnosis.hypotheses().get(0);
        assertThat(top.cause()).isEqualTo("generic/unexplained-error");
        assertThat(top.title()).contains("frob table is inconsistent").contains("ailed to load widget");
        assertThat(top.citations().get(0).lines()).isEqualTo(LineRef.of("S1", 2));
        assertThat(top.verified()).isTrue();
    }

    @Test
    void anUnknownExceptionIsToldByItsDeepestCauseAndPlace() {
        Diagnosis diagnosis = frames().trace(
                        3, "com.example.FrobException: table is inconsistent", "com.example.Frob.load")
                .diagnose();

        assertThat(diagnosis.hypotheses().get(0).title())
                .contains("table is inconsistent")
                .contains("com.example.Frob.load");
    }

    @Test
    void aStrayUnknownErrorInALongLogRaisesNoAlarm() {
        assertThat(frames().many(400, 0, Level.INFO, "served")
                        .at(1, Level.ERROR, "frob table is inconsistent")
                        .many(400, 2, Level.INFO, "served")
                        .diagnose()
                        .verdict())
                .isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void whatIsKnownOutranksWhatIsUnknown() {
        assertThat(causes(frames().at(0, Level.ERROR, "frob table is inconsistent")
                                .at(1, Level.ERROR, "No space left")
                                .diagnose())
                        .get(0))
                .isEqualTo("disk/full");
    }

    @Test
    void theFirstStepIsACommandThatOnlyLooks() {
        Diagnosis diagnosis = frames().plain("No space left").diagnose();

        assertThat(diagnosis.runbook().get(0).command()).isEqualTo("df -h <mount>");
        assertThat(diagnosis.runbook()).extracting(s -> s.step()).containsExactly(1, 2, 3);
        assertThat(diagnosis.runbook().get(2).command()).isEqualTo("journalctl --vacuum-size=1G");
    }

    @Test
    void whatALogSaysNeverReachesACommandWhereAShellWouldRunIt() {
        Hypothesis top = frames().plain("dial tcp a;$(reboot): connection refused")
                .diagnose()
                .hypotheses()
                .get(0);

        assertThat(top.nextChecks().get(0).command()).isEqualTo("nc -vz <host> 80");
    }

    @Test
    void anOptionalPartOfATitleGoesWhereNothingFillsIt() {
        assertThat(frames().plain("connection refused").diagnose().summary()).isEqualTo("Connection refused");
        assertThat(frames().plain("dial tcp db: connection refused").diagnose().summary())
                .isEqualTo("Connection refused by db");
    }

    @Test
    void whatWasAskedAboutWeighsMore() {
        Frames frames = frames().at(0, Level.ERROR, "looping a").at(0, Level.ERROR, "tcp broker: connection refused");

        assertThat(causes(frames.diagnose()).get(0)).isEqualTo("loop/a");
        assertThat(causes(frames.diagnose("why is the broker connection dead")).get(0))
                .isEqualTo("net/refused");
    }
}
