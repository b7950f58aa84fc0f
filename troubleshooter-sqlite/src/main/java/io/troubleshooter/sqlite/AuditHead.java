package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain of events begins and ends, kept apart from them: without it nobody would see that the last ones are
 * gone. It is sealed where there is a key, so that whoever can change the file cannot make it fit.
 *
 * @param anchor of the last event that was forgotten
 * @param head of the last event
 */
record AuditHead(AuditChain anchor, AuditChain head) {

    static final String TABLE = "audit_head";

    private static final AuditHead NEW = new AuditHead(AuditChain.START, AuditChain.START);

    /** The one in the file; null where it is missing though there are events, or is not sealed though it should be. */
    static @Nullable AuditHead read(Connection connection, Vault vault) throws SQLException {
        byte[] state = state(connection);
        if (state == null) {
            return Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM audit LIMIT 1)") == 0 ? NEW : null;
        }
        return KeyRing.isSealed(state) == vault.seals() ? opened(state, vault) : null;
    }

    /** What an unsealed head says, where {@link #read} gives none; null where there is no such head either. */
    static @Nullable AuditHead unsealed(Connection connection) throws SQLException {
        byte[] state = state(connection);
        return state == null ? null : opened(state, new Vault(KeyRing.NONE));
    }

    private static byte @Nullable [] state(Connection connection) throws SQLException {
        List<byte[]> states = Sql.query(connection, row -> row.getBytes(1), "SELECT state FROM audit_head");
        return states.isEmpty() ? null : states.get(0);
    }

    private static @Nullable AuditHead opened(byte[] state, Vault vault) {
        try {
            String[] words = vault.openText(state, TABLE).split(" ", -1);
            return words.length == 4 ? new AuditHead(chain(words[0], words[1]), chain(words[2], words[3])) : null;
        } catch (TroubleshooterException | NumberFormatException forged) {
            return null;
        }
    }

    /** Refuses to go on with a file that was sealed by a key that is not here. */
    static void requireKey(Connection connection, Vault vault) throws SQLException {
        byte[] state = state(connection);
        try {
            if (state != null) {
                vault.openText(state, TABLE);
            }
        } catch (TroubleshooterException failed) {
            if (failed.code() == TroubleshooterException.Code.INVALID_CONFIGURATION) {
                throw failed;
            }
            // Changed by somebody: that is for the verification to tell.
        }
    }

    private static AuditChain chain(String place, String hash) {
        return new AuditChain(Long.parseLong(place), hash);
    }

    void write(Connection connection, Vault vault) throws SQLException {
        String state = anchor.place() + " " + anchor.hash() + " " + head.place() + " " + head.hash();
        Sql.update(
                connection,
                "INSERT INTO audit_head (one, state) VALUES (1, ?)"
                        + " ON CONFLICT (one) DO UPDATE SET state = excluded.state",
                (Object) vault.seal(state.getBytes(StandardCharsets.UTF_8), TABLE));
    }

    AuditHead withHead(AuditChain next) {
        return new AuditHead(anchor, next);
    }

    AuditHead withAnchor(AuditChain last) {
        return new AuditHead(last, head);
    }
}
