package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.Conversation;
import io.troubleshooter.guard.InMemoryDocuments;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people say in a session: feedback and comments. */
class SaidTest {

    private static final String LOG = """
            2026-11-20 09:43:10 INFO  orders served 12 requests
            2026-11-20 09:43:11 ERROR could not extend file "base/1": No space left on device
            """;

    private final Conversation conversation = Sessions.with(LOG);
    private final Workspace workspace =
            new Workspace(conversation.id(), "shop", "shop/ann", Instant.EPOCH, conversation);
    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final InMemoryDocuments documents = new InMemoryDocuments(clock);
    private final Verdicts verdicts = new Verdicts(documents, clock);
    private final Comments comments = new Comments(documents, clock);

    private static Caller caller(String user) {
        return new Caller("shop", user, Role.ANALYST, Caller.Means.KEY, "k");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void refused(ThrowingCallable call, ProblemCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void feedbackReachesTheConversationAndIsKeptWithItsLines() {
        JsonNode given = verdicts.add(workspace, bob, json("{'rank':1,'verdict':'yes','note':'seen at 10.1.2.3'}"));

        assertThat(conversation.feedback()).hasSize(1);
        assertThat(conversation.feedback().get(0).confirmed()).isTrue();
        assertThat(given.path("note").textValue()).contains("<ip:").doesNotContain("10.1.2.3");
        assertThat(given.path("lines").get(0).path("line").textValue()).isEqualTo("S1:2");
        assertThat(verdicts.list(workspace).path("feedback")).hasSize(1);
    }

    @Test
    void beingUnsureIsKeptAndTakesBackWhatWasSaid() {
        verdicts.add(workspace, bob, json("{'rank':1,'verdict':'no'}"));
        verdicts.add(workspace, bob, json("{'rank':1,'verdict':'unsure'}"));

        assertThat(conversation.feedback()).isEmpty();
        assertThat(verdicts.list(workspace).path("feedback").findValuesAsText("verdict"))
                .containsExactlyInAnyOrder("no", "unsure");
    }

    @Test
    void feedbackCanBeTakenBackForTenSeconds() {
        String id = verdicts.add(workspace, bob, json("{'rank':1,'verdict':'no'}"))
                .path("id")
                .textValue();
        refused(() -> verdicts.undo(workspace, ann, id), ProblemCode.FORBIDDEN);
        verdicts.undo(workspace, bob, id);
        assertThat(conversation.feedback()).isEmpty();
        refused(() -> verdicts.undo(workspace, bob, id), ProblemCode.NOT_FOUND);

        String late = verdicts.add(workspace, bob, json("{'rank':1,'verdict':'no'}"))
                .path("id")
                .textValue();
        now = now.plus(Duration.ofSeconds(11));
        refused(() -> verdicts.undo(workspace, bob, late), ProblemCode.GONE);
        assertThat(conversation.feedback()).hasSize(1);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        refused(() -> verdicts.add(workspace, bob, json("{'rank':9,'verdict':'no'}")), ProblemCode.INVALID_VALUE);
        refused(() -> verdicts.add(workspace, bob, json("{'rank':1,'verdict':'maybe'}")), ProblemCode.INVALID_VALUE);
        refused(() -> comments.add(workspace, bob, json("{'text':' '}")), ProblemCode.INVALID_VALUE);
        refused(
                () -> comments.add(workspace, bob, json("{'text':'x','on':{'line':'S1:99'}}")),
                ProblemCode.INVALID_VALUE);
        refused(
                () -> comments.add(workspace, bob, json("{'text':'x','on':{'hypothesis':'none/such'}}")),
                ProblemCode.INVALID_VALUE);
        refused(() -> comments.add(workspace, bob, json("{'text':'x','on':7}")), ProblemCode.INVALID_VALUE);
    }

    @Test
    void feedbackOfAProjectIsExportedUntilTheSessionIsForgotten() {
        verdicts.add(workspace, bob, json("{'rank':1,'verdict':'no'}"));

        JsonNode exported = verdicts.export("shop", null, 50).path("feedback");
        assertThat(exported).hasSize(1);
        assertThat(exported.get(0).path("session").textValue()).isEqualTo(workspace.id());
        assertThat(verdicts.export("other", null, 50).path("feedback")).isEmpty();

        verdicts.forget(workspace.id());
        assertThat(verdicts.export("shop", null, 50).path("feedback")).isEmpty();
        assertThat(documents.list("feedback-of/shop", "", 10)).isEmpty();
    }

    @Test
    void commentsAreRedactedAndStandWhereTheyWerePut() {
        JsonNode comment = comments.add(workspace, bob, json("{'text':'ask bob@corp.example','on':{'line':'S1:2'}}"));
        now = now.plusSeconds(1);
        comments.add(workspace, ann, json("{'text':'second','on':{'hypothesis':'" + cause() + "'}}"));

        assertThat(comment.path("text").textValue()).isEqualTo("ask <email:1>");
        JsonNode page = comments.list(workspace, null, 1);
        assertThat(page.path("comments").get(0).path("on").path("line").textValue())
                .isEqualTo("S1:2");
        JsonNode next = comments.list(workspace, page.path("next").textValue(), 1);
        assertThat(next.path("comments").get(0).path("author").textValue()).isEqualTo("ann");
        assertThat(next.path("next").isNull()).isTrue();
    }

    private String cause() {
        return conversation.file().offline().hypotheses().get(0).cause();
    }

    @Test
    void commentsAreDeletedByTheirAuthorOrTheOwnerOfTheSession() {
        String first =
                comments.add(workspace, bob, json("{'text':'x'}")).path("id").textValue();
        String second =
                comments.add(workspace, bob, json("{'text':'y'}")).path("id").textValue();

        refused(() -> comments.delete(workspace, caller("carl"), first), ProblemCode.FORBIDDEN);
        comments.delete(workspace, bob, first);
        comments.delete(workspace, ann, second);
        assertThat(comments.list(workspace, null, 10).path("comments")).isEmpty();
    }

    @Test
    void aSessionHoldsAThousandComments() {
        for (int i = 0; i < 1_000; i++) {
            comments.add(workspace, bob, json("{'text':'x'}"));
        }
        refused(() -> comments.add(workspace, bob, json("{'text':'x'}")), ProblemCode.SESSION_FULL);

        comments.forget(workspace.id());
        assertThat(comments.list(workspace, null, 10).path("comments")).isEmpty();
    }
}
