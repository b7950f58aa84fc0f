package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.model.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportViewTest {

    private static final String LOG = """
            2026-11-20 09:43:10 INFO  orders served 12 requests
            2026-11-20 09:43:11 ERROR could not extend file "base/1": No space left on device
            """;

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "json", "postmortem", "text"})
    void everyFormatHoldsTheLastReply(String format) {
        Conversation conversation = Sessions.with(LOG);
        String said = conversation
                .ask("when did it begin?", AnswerListener.NONE, new Cancellation())
                .statements()
                .get(0)
                .text();

        ReportView report = ReportView.of(Snapshot.of(conversation), conversation.id(), format);

        assertThat(report.text()).contains(said.substring(0, 12)).contains("No space left");
        assertThat(report.fileName()).matches("(report|postmortem)-[0-9a-f]{8}\\.(md|html|json|txt)");
    }

    @Test
    void withoutAQuestionTheOfflineDiagnosisIsReported() {
        ReportView report = ReportView.of(Sessions.of(LOG), "../../x", "html");

        assertThat(report.contentType()).startsWith("text/html");
        assertThat(report.fileName()).isEqualTo("report-x.html");
        assertThat(report.text()).contains("No space left");
    }

    @Test
    void refusesOtherFormats() {
        Snapshot snapshot = Sessions.of(LOG);

        assertThatThrownBy(() -> ReportView.of(snapshot, "s", "pdf")).isInstanceOf(ProblemException.class);
    }
}
