package io.troubleshooter.talk;

import java.util.List;

/** One kind of question that can be answered without a model. */
@FunctionalInterface
interface Topic {

    /** The answer; empty where the question is not of this kind. */
    List<Statement> answer(TalkScene scene, Question question);
}
