package io.troubleshooter.benchmarks.scaleout;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.benchmarks.scaleout.Api.Given;
import java.util.Collection;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Somebody who brings logs, asks, watches, reads, says what they think of it, and begins again. */
final class User implements Runnable {

    private final Api api;
    private final String key;
    private final SplittableRandom random;
    private final Collection<Known> sessions;
    private final Queue<String> wrong;
    private final AtomicLong resumed;
    private final BooleanSupplier goesOn;

    User(
            Api api,
            String key,
            SplittableRandom random,
            Collection<Known> sessions,
            Queue<String> wrong,
            AtomicLong resumed,
            BooleanSupplier goesOn) {
        this.api = api;
        this.key = key;
        this.random = random;
        this.sessions = sessions;
        this.wrong = wrong;
        this.resumed = resumed;
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            try {
                session();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                wrong.add("a user failed: " + failed.getMessage());
            }
        }
    }

    private void session() throws InterruptedException {
        Given made = api.post(key, "/v1/sessions", "application/json", "{}");
        if (made.status() != 201) {
            wrong.add("no session: " + made.status());
            return;
        }
        Known known = Known.session(made.json().path("id").asText(), key);
        sessions.add(known);
        for (int round = 0; round < 2 && goesOn.getAsBoolean(); round++) {
            bring(known);
            ask(known);
            look(known);
        }
        judge(known);
    }

    private void bring(Known known) throws InterruptedException {
        String mark = "job " + Long.toUnsignedString(random.nextLong(), 36) + " of this log failed";
        Given added = api.post(key, known.path("/evidence"), "text/plain", log(mark));
        known.instances().add(added.by());
        if (added.status() != 201) {
            wrong.add("evidence was answered with " + added.status() + " " + added.json());
            return;
        }
        known.lines().put(added.json().path("sources").path(0).path("id").asText(), mark);
    }

    private String log(String mark) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            log.append("2026-11-20 09:43:")
                    .append(10 + i)
                    .append(" INFO order ")
                    .append(random.nextInt(1_000_000))
                    .append(" done\n");
        }
        return log.append("2026-11-20 09:44:11 ERROR ")
                .append(mark)
                .append("\norg.postgresql.util.PSQLException: FATAL: sorry, too many clients already\n")
                .toString();
    }

    private void ask(Known known) throws InterruptedException {
        Given asked = api.post(key, known.path("/questions"), "application/json", "{\"question\":\"why?\"}");
        known.instances().add(asked.by());
        if (asked.status() != 202) {
            wrong.add("a question was answered with " + asked.status() + " " + asked.json());
            return;
        }
        String question = known.path("/questions/" + asked.json().path("id").asText());
        known.answers().put(question, Api.JSON.createObjectNode());
        if (random.nextInt(2) == 0) {
            String failed = new Watcher(api, resumed).watch(key, question);
            if (failed != null) {
                wrong.add(failed);
            }
        }
        known.answers().put(question, answer(api, known, question, wrong));
    }

    /** Asks until it is there. */
    static JsonNode answer(Api api, Known known, String question, Queue<String> wrong) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Given seen = api.get(known.key(), question);
            known.instances().add(seen.by());
            String state = seen.json().path("state").asText();
            if (state.equals("done")) {
                return seen.json().path("answer");
            }
            if (!state.equals("queued") && !state.equals("running")) {
                wrong.add("question " + question + " is " + state + ": " + seen.status() + " "
                        + seen.json().path("problem"));
                return Api.JSON.createObjectNode();
            }
            Thread.sleep(300);
        }
        wrong.add("question " + question + " was never answered");
        return Api.JSON.createObjectNode();
    }

    /** Everything that is there is as it was, whoever is asked. */
    private void look(Known known) throws InterruptedException {
        for (String source : known.lines().keySet()) {
            Check.line(api, known, source, wrong);
        }
    }

    private void judge(Known known) throws InterruptedException {
        Given said = api.post(key, known.path("/feedback"), "application/json", "{\"rank\":1,\"verdict\":\"yes\"}");
        known.instances().add(said.by());
        if (said.status() == 201) {
            known.feedback().add(said.json().path("id").asText());
        } else if (goesOn.getAsBoolean()) {
            wrong.add("feedback was answered with " + said.status() + " " + said.json());
        }
    }
}
