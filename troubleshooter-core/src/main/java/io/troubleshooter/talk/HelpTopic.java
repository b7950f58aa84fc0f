package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be asked without a model. */
final class HelpTopic implements Topic {

    static final String NO_EVIDENCE = "There is no evidence yet: add a log, a stack trace or an error message.";

    static final String CODES =
            "Codes that I know: exit codes and signals, errno, HTTP, gRPC, SQLSTATE, AWS, TLS alerts, "
                    + "Windows; such as `what does exit code 137 mean`.";

    private static final String ASK = "Without a model I can answer questions like these: `what broke`, `why rank 2`, "
            + "`how do I fix it`, `when did it start`, `what changed before`, `show errors around 10:42`, "
            + "`what happened to pod web-1`, `search timeout`, `show lines S1:10-20`, `list groups`, `timeline`, "
            + "`compare 10:00-10:10 with 10:10-10:20`, `how many errors`, `what does exit code 137 mean`.";

    private static final Pattern HELP = Pattern.compile(
            "^(?:help|\\?|hi|hello|hey)?$|\\bwhat (?:can|could|may) (?:you|i)\\b|\\bhow does this work\\b|\\bwho are you\\b");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        return question.says(HELP) ? List.of(TalkScene.plain(ASK)) : List.of();
    }

    /** Says that a question was not understood, what could be asked, and what is held to have broken. */
    static List<Statement> notUnderstood(TalkScene scene) {
        List<Statement> statements = new ArrayList<>();
        statements.add(TalkScene.plain("I could not make out what is asked. " + ASK));
        Hypothesis top = scene.top();
        if (top != null) {
            statements.add(TalkScene.cited("The likeliest cause so far: " + top.title(), top));
        } else if (scene.frame().sources().isEmpty()) {
            statements.add(TalkScene.plain(NO_EVIDENCE));
        }
        return statements;
    }
}
