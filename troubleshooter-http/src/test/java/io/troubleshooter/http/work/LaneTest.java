package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class LaneTest {

    private final List<String> started = new ArrayList<>();
    private final Lane lane = new Lane(1);

    private Ticket ticket(String caller, String flow, String name) {
        return new Ticket(caller, flow, () -> started.add(name));
    }

    private void thenEachLeaves(List<Ticket> tickets) {
        for (int done = 0; done < tickets.size(); done++) {
            String last = started.get(started.size() - 1);
            tickets.stream().filter(each -> last.equals(name(each))).findFirst().ifPresent(lane::leave);
        }
    }

    private String name(Ticket ticket) {
        int before = started.size();
        ticket.start().run();
        return started.remove(before);
    }

    private void allEnterAndLeave(Ticket... tickets) {
        for (Ticket ticket : tickets) {
            lane.enter(ticket);
        }
        thenEachLeaves(List.of(tickets));
    }

    @Test
    void callersTakeTurns() {
        allEnterAndLeave(
                ticket("ann", "s1", "ann 1"),
                ticket("ann", "s1", "ann 2"),
                ticket("ann", "s1", "ann 3"),
                ticket("bob", "s2", "bob 1"),
                ticket("bob", "s2", "bob 2"));

        assertThat(started).containsExactly("ann 1", "ann 2", "bob 1", "ann 3", "bob 2");
    }

    @Test
    void sessionsOfOneCallerTakeTurnsAndKeepTheirOrder() {
        allEnterAndLeave(
                ticket("ann", "s1", "s1 first"),
                ticket("ann", "s1", "s1 second"),
                ticket("ann", "s1", "s1 third"),
                ticket("ann", "s2", "s2 first"));

        assertThat(started).containsExactly("s1 first", "s1 second", "s2 first", "s1 third");
    }

    @Test
    void oneFlowHasOnePlaceAlsoWhereThereAreMore() {
        Lane wide = new Lane(3);
        Ticket first = ticket("ann", "s1", "first");
        wide.enter(first);
        wide.enter(ticket("ann", "s1", "second"));
        wide.enter(ticket("ann", "", "other"));
        assertThat(started).containsExactly("first", "other");

        wide.leave(first);

        assertThat(started).containsExactly("first", "other", "second");
    }

    @Test
    void whoPausesKeepsItsFlowAndLetsOthersWork() {
        lane.enter(ticket("ann", "s1", "first"));
        lane.enter(ticket("ann", "s1", "second"));
        lane.enter(ticket("bob", "s2", "other"));

        lane.pause();

        assertThat(started).containsExactly("first", "other");
    }

    @Test
    void whoIsWithdrawnNeverStarts() {
        Ticket first = ticket("ann", "s1", "first");
        Ticket second = ticket("ann", "s1", "second");
        lane.enter(first);
        lane.enter(second);

        assertThat(lane.withdraw(second)).isTrue();
        assertThat(lane.withdraw(first)).as("it has started").isFalse();
        lane.leave(first);

        assertThat(started).containsExactly("first");
        assertThat(lane.waiting()).isZero();
        assertThat(lane.running()).isZero();
    }
}
