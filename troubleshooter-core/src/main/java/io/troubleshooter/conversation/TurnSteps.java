package io.troubleshooter.conversation;

import io.troubleshooter.model.ModelException;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;

/** How a turn is answered once it may cost something. */
interface TurnSteps {

    /** Micro-USD that the turn may take at the most. */
    long worstCase();

    /** Why which model is asked, in one word with hyphens. */
    String route();

    /** Looks taken so far. */
    List<ToolAnswer> looked();

    /** @throws ModelException if there is nothing of an answer */
    Made answer(BudgetedModel model, long startMillis);
}
