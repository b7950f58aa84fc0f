package io.troubleshooter.aws.dynamo;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain of events begins and ends, kept apart from them: without it nobody would see that the last ones are
 * gone. It is sealed where there is a key, so that whoever can change the table cannot make it fit.
 *
 * @param anchor of the last event that was forgotten
 * @param last of the last event
 */
record AuditHead(AuditChain anchor, AuditChain last) {

    static final AuditHead NEW = new AuditHead(AuditChain.START, AuditChain.START);

    private static final String PLACE = "audit_head";

    /**
     * Reads one.
     *
     * @return null if it is not sealed though it should be, or is damaged
     * @throws TroubleshooterException if it was sealed by a key that is not here
     */
    static @Nullable AuditHead read(byte[] state, Vault vault) {
        return KeyRing.isSealed(state) == vault.keys().seals() ? opened(state, vault) : null;
    }

    /** What one says that is not sealed; null if it is, or is damaged. */
    static @Nullable AuditHead unsealed(byte[] state) {
        return KeyRing.isSealed(state) ? null : opened(state, new Vault(KeyRing.NONE));
    }

    private static @Nullable AuditHead opened(byte[] state, Vault vault) {
        try {
            String[] words = vault.openText(state, PLACE).split(" ", -1);
            return words.length == 4 ? new AuditHead(chain(words[0], words[1]), chain(words[2], words[3])) : null;
        } catch (NumberFormatException forged) {
            return null;
        } catch (TroubleshooterException failed) {
            if (failed.code() == Code.INVALID_CONFIGURATION) {
                throw failed;
            }
            return null;
        }
    }

    private static AuditChain chain(String place, String hash) {
        return new AuditChain(Long.parseLong(place), hash);
    }

    byte[] write(Vault vault) {
        String state = anchor.place() + " " + anchor.hash() + " " + last.place() + " " + last.hash();
        return vault.seal(state.getBytes(StandardCharsets.UTF_8), PLACE);
    }

    AuditHead withLast(AuditChain next) {
        return new AuditHead(anchor, next);
    }

    AuditHead withAnchor(AuditChain next) {
        return new AuditHead(next, last);
    }
}
