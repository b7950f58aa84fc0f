package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;

/** Says no, politely. */
final class Declined {

    static final String TEXT = "That is not about systems or their operation, so I leave it. "
            + "Ask about logs, errors, services, networks, databases or cloud resources.";

    private Declined() {}

    static Answer answer(Inquiry inquiry, Provenance producedBy, Usage usage, List<ToolAnswer> looks) {
        Diagnosis offline = inquiry.file().offline();
        Diagnosis diagnosis = Results.merged(offline, offline.hypotheses(), List.of(), null, producedBy, usage);
        return new Answer(
                Answer.Kind.DECLINED,
                List.of(new Statement(TEXT, List.of(), false)),
                diagnosis,
                List.of(),
                List.of(),
                looks,
                Answer.CitationCount.NONE);
    }
}
