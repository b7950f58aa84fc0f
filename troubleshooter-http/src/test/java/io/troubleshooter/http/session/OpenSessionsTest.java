package io.troubleshooter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.InMemorySessions;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.http.config.Bytes;
import io.troubleshooter.http.config.Sessions;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private static final String ANN = "default/ann";
    private static final long ROOM = 4L << 20;
    private static final String LINE = "2026-11-20 09:43:11 ERROR request 17 failed: No space left on device\n";

    private final TickingClock clock = new TickingClock();
    private final InMemorySessions memory = new InMemorySessions(Duration.ofDays(30), clock);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicInteger reads = new AtomicInteger();
    private final Troubleshooter troubleshooter = Troubleshooter.builder()
            .clock(clock)
            .sessions(store())
            .mustStore(true)
            .build();
    private final OpenSessions open = new OpenSessions(
            troubleshooter,
            Freshness.ALONE,
            new Sessions(
                    Duration.ofMinutes(30),
                    Duration.ofDays(30),
                    Duration.ofDays(365),
                    new Bytes(ROOM),
                    new Bytes(1 << 20),
                    1_000),
            2,
            clock);

    /** A store that counts, and fails on demand. */
    private SessionStore store() {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (proxy, method, values) -> {
                    if (broken.get()) {
                        throw new IllegalStateException("disk full");
                    }
                    reads.addAndGet(method.getName().equals("find") ? 1 : 0);
                    try {
                        return method.invoke(memory, values);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Conversation begin(int lines) {
        Conversation conversation = troubleshooter.converse(ANN, "");
        conversation.add(LogSource.text(LINE.repeat(lines), "a.log"));
        open.add(conversation);
        return conversation;
    }

    private Conversation get(String id) {
        return open.get(ANN, id).orElseThrow();
    }

    @Test
    void noMoreThanFitsStaysOpenAndAllCanBeOpenedAgain() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add(begin(300).id());
        }
        assertThat(open.count()).isBetween(5L, ROOM / (LINE.length() * 300));

        for (String id : ids) {
            Conversation conversation = get(id);
            assertThat(conversation.file().evidence().lines("S1")).isEqualTo(300);
            assertThat(conversation.bytes() * open.count()).isLessThanOrEqualTo(ROOM);
        }
    }

    @Test
    void oneThatMadeRoomIsTheSameForWhoeverStillUsesIt() {
        Conversation inUse = begin(300);
        for (int i = 0; i < 100; i++) {
            begin(300);
        }
        assertThat(open.isOpen(inUse.id())).isFalse();

        assertThat(get(inUse.id())).isSameAs(inUse);
        assertThat(reads).hasValue(0);
    }

    @Test
    void whatGrowsMakesOthersLeave() {
        List<Conversation> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(begin(10));
        }
        assertThat(open.count()).isEqualTo(10);
        all.get(0).add(LogSource.text(LINE.repeat(45_000), "big.log"));
        get(all.get(0).id());

        assertThat(open.count()).isLessThan(10);
    }

    @Test
    void whatNobodyUsesIsClosed() {
        String id = begin(10).id();
        clock.advance(Duration.ofMinutes(29));
        open.tidy();
        assertThat(open.isOpen(id)).isTrue();
        get(id);
        clock.advance(Duration.ofMinutes(29));
        open.tidy();
        assertThat(open.isOpen(id)).isTrue();
        clock.advance(Duration.ofMinutes(2));
        open.tidy();
        assertThat(open.isOpen(id)).isFalse();
    }

    @Test
    void oneOfWhichSomethingIsStillToBeStoredIsHeldUntilItIs() {
        Conversation conversation = begin(10);
        String id = conversation.id();
        broken.set(true);
        conversation.ask("what broke?", AnswerListener.NONE, new Cancellation());
        clock.advance(Duration.ofHours(1));
        open.tidy();
        assertThat(get(id)).isSameAs(conversation);

        broken.set(false);
        open.tidy();
        assertThat(troubleshooter.resume(ANN, id).orElseThrow().turns()).hasSize(1);
    }

    @Test
    void manyWhoOpenOneAtOnceGetTheSame() throws Exception {
        Conversation stored = troubleshooter.converse(ANN, "");
        stored.add(LogSource.text(LINE.repeat(2_000), "a.log"));
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Conversation>> opened = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                opened.add(threads.submit(() -> {
                    start.await();
                    return get(stored.id());
                }));
            }
            Conversation first = opened.get(0).get();
            for (Future<Conversation> each : opened) {
                assertThat(each.get()).isSameAs(first);
            }
            assertThat(reads).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsNotStoredIsNotThere() {
        assertThat(open.get(ANN, "no-such-session")).isEmpty();
    }
}
