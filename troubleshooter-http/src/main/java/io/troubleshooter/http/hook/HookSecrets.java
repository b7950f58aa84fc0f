package io.troubleshooter.http.hook;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.access.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The secrets of those who may send messages; a project can have several, so that one can be replaced. Immutable. */
final class HookSecrets {

    private static final int MIN_LENGTH = 16;

    private final Map<String, List<String>> byProject = new TreeMap<>();

    /** @throws TroubleshooterException if a word is not {@code PROJECT:SECRET}, or its secret is short */
    HookSecrets(List<String> words) {
        for (String word : words) {
            int colon = word.indexOf(':');
            if (colon < 1 || word.length() - colon - 1 < MIN_LENGTH) {
                throw new TroubleshooterException(
                        Code.INVALID_CONFIGURATION,
                        "hooks.secrets has a word that is not PROJECT:SECRET.",
                        "A secret has at least " + MIN_LENGTH + " characters; openssl rand -hex 32 makes one.");
            }
            byProject
                    .computeIfAbsent(word.substring(0, colon), project -> new ArrayList<>())
                    .add(word.substring(colon + 1));
        }
    }

    boolean knows(String project) {
        return byProject.containsKey(project);
    }

    /** The signature that one of the project's secrets gives, if it is the one given. */
    Optional<String> matching(String project, String timestamp, byte[] body, String given) {
        return byProject.getOrDefault(project, List.of()).stream()
                .map(secret -> MessageSignature.sign(secret, timestamp, body))
                .filter(right -> Secrets.same(right, given))
                .findFirst();
    }
}
