package io.troubleshooter.conversation;

import io.troubleshooter.model.ModelException;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a turn is answered once it may cost something. */
interface TurnSteps {

    /** Micro-USD that the turn may take at the most. */
    long worstCase();

    /** Why which model is asked, in one word with hyphens. */
    String route();

    /** Looks taken so far. */
    List<ToolAnswer> looked();

    /** The evidence as a model is shown it; null where there is none. */
    @Nullable
    RedactedText digest();

    /** The evidence may try to give orders: the model is told so. */
    void doubt();

    /** @throws ModelException if there is nothing of an answer */
    Made answer(BudgetedModel model, long startMillis);
}
