package io.troubleshooter.http.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tokens say, by names of claims as settings have them: {@code role} or, inside of others, {@code realm.roles}. */
final class Claims {

    private Claims() {}

    static @Nullable String text(JWTClaimsSet claims, String name) {
        return find(claims.getClaims(), name) instanceof String text && !text.isBlank() ? text : null;
    }

    /**
     * The highest of the roles named there; names that are none here are passed over.
     *
     * @param otherwise for tokens without the claim
     */
    static @Nullable Role role(JWTClaimsSet claims, String name, String otherwise) {
        Object found = find(claims.getClaims(), name);
        return words(found == null ? otherwise : found).stream()
                .filter(Objects::nonNull)
                .flatMap(word -> Role.named(word.toString()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Collection<?> words(Object claim) {
        return claim instanceof Collection<?> many ? many : List.of(claim);
    }

    private static @Nullable Object find(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }
}
