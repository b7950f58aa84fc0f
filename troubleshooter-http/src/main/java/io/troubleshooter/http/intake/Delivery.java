package io.troubleshooter.http.intake;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.input.LogSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is sent to a slot, or was sent past this service for it: counted and hashed while it is read, never held or written
 * down as it came.
 */
public final class Delivery implements Brought {

    private static final int BUFFER = 16 << 10;
    private static final int STORE_BUFFER = 256 << 10;

    private final Uploads uploads;
    private final Limits limits;
    private final Supplier<InputStream> body;
    private final String token;
    private final Slot slot;
    private final LargeBodies.Turn turn;
    private boolean admitted;
    private boolean begun;

    private Delivery(
            Uploads uploads,
            Limits limits,
            Supplier<InputStream> body,
            String token,
            Slot slot,
            LargeBodies.Turn turn) {
        this.uploads = uploads;
        this.limits = limits;
        this.body = body;
        this.token = token;
        this.slot = slot;
        this.turn = turn;
    }

    /** Uses up the slot that the token names; not where the body has to wait too long for memory. */
    public static Delivery to(Uploads uploads, Limits limits, LargeBodies large, Exchange exchange, String token) {
        Slot slot = uploads.use(token);
        try {
            return new Delivery(uploads, limits, exchange::body, token, slot, large.turn(slot.size()));
        } catch (ProblemException busy) {
            uploads.giveBack(slot, token);
            throw busy;
        }
    }

    /**
     * Uses up the slot that the token names, for what came past this service; not where nothing came, or nothing of it
     * could be read yet.
     */
    public static Delivery ofDirect(Uploads uploads, Limits limits, LargeBodies large, String token) {
        Slot slot = uploads.use(token);
        try {
            uploads.requireArrived(slot);
            Supplier<InputStream> body = () -> new BufferedInputStream(uploads.open(slot), STORE_BUFFER);
            return new Delivery(uploads, limits, body, token, slot, large.turn(slot.size()));
        } catch (ProblemException | TroubleshooterException notYet) {
            uploads.giveBack(slot, token);
            throw notYet;
        }
    }

    public String session() {
        return slot.session();
    }

    /** Who asked for the slot, and is held to be the one who sends. */
    public Caller by() {
        return slot.by();
    }

    /** Its session is there and takes it. What came past this service stays for another try, until reading it begins. */
    public void admit() {
        admitted = true;
    }

    /** As for every other form; what is not as it was announced is refused at its end, so that nothing of it is kept. */
    @Override
    public void giveTo(UnaryOperator<InputStream> sharing, Consumer<LogSource> sink) {
        begun = true;
        try (InputStream from = body.get()) {
            give(new LimitedStream(sharing.apply(turn.network(from)), slot.size(), Delivery::otherSize), sink);
        } catch (IOException brokenOff) {
            throw brokenOff();
        }
    }

    private void give(LimitedStream sent, Consumer<LogSource> sink) {
        DigestInputStream hashed = new DigestInputStream(sent, sha256());
        InputStream text = turn.text(Unpacking.open(hashed, limits.unpacked().count()));
        sink.accept(LogSource.of(text, slot.name()));
        readRest(hashed);
        if (sent.count() != slot.size()) {
            throw otherSize();
        }
        String hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        if (slot.sha256() != null && !hash.equals(slot.sha256())) {
            throw ProblemException.invalid(
                    "/sha256", "What was sent has another hash than announced; nothing was kept.");
        }
    }

    private static ProblemException otherSize() {
        return ProblemException.invalid("/size", "What was sent has another size than announced; nothing was kept.");
    }

    private static void readRest(InputStream in) {
        try {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                continue;
            }
        } catch (IOException brokenOff) {
            throw brokenOff();
        }
    }

    private static ProblemException brokenOff() {
        return Refusals.damaged("The body broke off, or its framing is damaged.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    @Override
    public void close() {
        turn.close();
        if (admitted && !begun && slot.parcel() != null) {
            uploads.giveBack(slot, token);
        } else {
            uploads.forget(slot, token);
        }
    }
}
