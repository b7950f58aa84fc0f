package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog.Entry;
import io.troubleshooter.guard.AuditLog.Event;
import java.time.Instant;
import java.util.Locale;

/**
 * Events as they lie in the table: a thousand in a partition, by place. The partitions are named beside the head, so that
 * all are found without it.
 */
final class AuditItems {

    static final String HEAD_PARTITION = "A";
    static final String HEAD = "H";

    /** Where the chain begins and ends. */
    static final String STATE = "state";

    /** How the names of segments begin. */
    static final String SEGMENTS = "S#";

    static final String TIME = "time";
    static final String ACCOUNT = "account";
    static final String ACTION = "action";

    private static final String SESSION = "session";
    private static final String DETAIL = "detail";
    private static final String AMOUNT = "amount";
    private static final String HASH = "hash";

    private static final int PER_SEGMENT = 1_000;

    private AuditItems() {}

    static long segment(long place) {
        return (place - 1) / PER_SEGMENT;
    }

    static boolean beginsSegment(long place) {
        return (place - 1) % PER_SEGMENT == 0;
    }

    static long lastOf(long segment) {
        return (segment + 1) * PER_SEGMENT;
    }

    static String partition(long segment) {
        return "A#" + digits(segment);
    }

    /** Places in the order of their numbers: nineteen digits hold all. */
    static String digits(long number) {
        return String.format(Locale.ROOT, "%019d", number);
    }

    /** The name of a segment, and the time of its first event. */
    static Item marker(long segment, Instant first) {
        return Item.of(HEAD_PARTITION, SEGMENTS + digits(segment)).with(TIME, first.toEpochMilli());
    }

    static long segment(Item marker) {
        return number(marker.text(TableSetup.SK, "").substring(SEGMENTS.length()));
    }

    static Item item(AuditChain at, Event event) {
        return Item.of(partition(segment(at.place())), digits(at.place()))
                .with(HASH, at.hash())
                .with(TIME, event.time().toEpochMilli())
                .with(ACCOUNT, event.account())
                .with(SESSION, event.session())
                .with(ACTION, event.action())
                .with(DETAIL, event.detail())
                .with(AMOUNT, event.microUsd());
    }

    static AuditChain chain(Item item) {
        return new AuditChain(place(item), item.text(HASH, ""));
    }

    static long place(Item item) {
        return number(item.text(TableSetup.SK, ""));
    }

    /** No place has the number -1: what somebody else put there is seen as such. */
    private static long number(String digits) {
        return digits.matches("[0-9]{19}") && digits.compareTo(digits(Long.MAX_VALUE)) <= 0
                ? Long.parseLong(digits)
                : -1;
    }

    static Entry entry(Item item) {
        return new Entry(place(item), event(item));
    }

    static Event event(Item item) {
        return new Event(
                Instant.ofEpochMilli(item.number(TIME, 0)),
                item.text(ACCOUNT, ""),
                item.text(SESSION, ""),
                item.text(ACTION, ""),
                item.text(DETAIL, ""),
                item.number(AMOUNT, 0));
    }
}
