package io.troubleshooter.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks signatures of tokens, by public keys only: a shared secret or none at all proves nothing. */
final class Signatures {

    static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

    /** What stands before the 32 bytes of an Ed25519 key in X.509 form (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_BYTES = 32;
    private static final int MIN_RSA_BITS = 2048;

    private Signatures() {}

    private static Set<JWSAlgorithm> algorithms() {
        Set<JWSAlgorithm> all = new LinkedHashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(JWSAlgorithm.Family.EC);
        all.remove(JWSAlgorithm.ES256K); // the platform has no such curve
        all.add(JWSAlgorithm.EdDSA);
        all.add(JWSAlgorithm.Ed25519);
        return Set.copyOf(all);
    }

    static boolean isBy(JWK key, SignedJWT token) {
        try {
            if (key instanceof OctetKeyPair pair) {
                return Curve.Ed25519.equals(pair.getCurve()) && isByEd25519(pair, token);
            }
            return isStrong(key) && token.verify(verifier(key, token));
        } catch (JOSEException | GeneralSecurityException | IllegalStateException unfit) {
            return false;
        }
    }

    private static boolean isStrong(JWK key) {
        return !KeyType.RSA.equals(key.getKeyType()) || key.size() >= MIN_RSA_BITS;
    }

    private static JWSVerifier verifier(JWK key, SignedJWT token) throws JOSEException {
        if (!(key instanceof AsymmetricJWK asymmetric)) {
            throw new JOSEException("no public key");
        }
        return new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), asymmetric.toPublicKey());
    }

    /** By the platform: the library would need another library for it. */
    private static boolean isByEd25519(OctetKeyPair pair, SignedJWT token) throws GeneralSecurityException {
        byte[] x = pair.getDecodedX();
        if (x.length != ED25519_BYTES) {
            return false;
        }
        byte[] encoded = new byte[ED25519.length + x.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(x, 0, encoded, ED25519.length, x.length);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(token.getSigningInput());
        return signature.verify(token.getSignature().decode());
    }
}
