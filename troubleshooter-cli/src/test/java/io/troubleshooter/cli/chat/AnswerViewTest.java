package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.tool.ToolAnswer;
import org.junit.jupiter.api.Test;

class AnswerViewTest {

    @Test
    void aToolTakesOneLine() {
        RedactedText asked = RedactionSession.create()
                .redact("{\"text\":\"checkpoint is\",\"from\":\"09:30\",\"limit\":5,\"x\":\"" + "y".repeat(90) + "\"}");
        Paper paper = Paper.of(60);
        AnswerView view = new AnswerView(paper.ink(), paper.busy(() -> {}));
        view.tool(new ToolAnswer("T3", "search", asked, asked, false, 14, 20));
        assertThat(paper.text())
                .matches("  [.] search \"checkpoint is\" 09:30 5 ?y*[.]{3} +T3  14 lines  0[.]02 s\n")
                .hasSize(61);
    }

    @Test
    void argumentsThatAreNoJsonAreShownAsTheyAre() {
        assertThat(AnswerView.asked("{ not json")).isEqualTo("{ not json");
    }
}
