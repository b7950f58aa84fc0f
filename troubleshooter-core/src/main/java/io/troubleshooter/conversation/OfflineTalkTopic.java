package io.troubleshooter.conversation;

import java.util.List;

/** One kind of question that can be answered without a model. */
@FunctionalInterface
interface OfflineTalkTopic {

    /** The answer; empty where the question is not of this kind. */
    List<Statement> answer(OfflineTalkScene scene, OfflineTalkQuestion question);
}
