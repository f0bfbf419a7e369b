package garden.web.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over a webhook's bytes, in the spellings that senders use. */
final class HookSignature {

    /** How a key of Standard Webhooks begins; Base64 follows. */
    static final String KEY_PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private HookSignature() {}

    /** Of a body, in lower-case hexadecimal. */
    static String hex(String secret, byte[] body) {
        return HexFormat.of()
                .formatHex(mac(secret.getBytes(StandardCharsets.UTF_8)).doFinal(body));
    }

    /**
     * As standardwebhooks.com specifies: {@code v1,} and the Base64 of what signs {@code id.timestamp.body}.
     *
     * @param secret {@code whsec_} and Base64, or any text
     * @param timestamp seconds since 1970
     */
    static String standard(String secret, String id, String timestamp, byte[] body) {
        Mac mac = mac(standardKey(secret));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static byte[] standardKey(String secret) {
        return Optional.of(secret)
                .filter(text -> text.startsWith(KEY_PREFIX))
                .flatMap(text -> base64(text.substring(KEY_PREFIX.length())))
                .orElseGet(() -> secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length > 0);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the two are the same, in a time that tells nothing but their lengths. */
    static boolean isSame(String expected, String found) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }
}
