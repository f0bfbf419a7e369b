package garden.git.push;

import garden.git.RemoteText;
import garden.text.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may push: named tokens, kept as hashes in one file that several processes may change.
 *
 * <p>A token is {@code gdn_} and 256 random bits in URL-safe Base64. The file holds its SHA-256. A slow hash, as passwords
 * need, would protect nothing: 256 random bits cannot be guessed however fast the hash is, and every request of a git
 * client pays for it. Any number of threads may call this.
 */
public final class AccessTokens {

    private static final String PREFIX = "gdn_";
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_NAME = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TokenFile file;
    private final Optional<byte[]> operatorHash;

    /**
     * The tokens in {@code file}, which need not exist yet.
     *
     * @param operatorToken one more token that is valid, not stored and not listed; empty for none
     */
    public AccessTokens(Path file, Optional<String> operatorToken) {
        this.file = new TokenFile(file);
        this.operatorHash = operatorToken.map(AccessTokens::hash);
    }

    /** A stored token, without its secret. */
    public record Token(String name, Instant created) {}

    /**
     * Makes a token and returns its text, which cannot be had again.
     *
     * @param name 1 to 100 characters, no control characters
     * @throws IOException when {@code name} is taken or malformed, or the file cannot be written
     */
    public String add(String name, Instant now) throws IOException {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IOException("token name: expected 1 to " + MAX_NAME + " printable characters, found \""
                    + RemoteText.line(name) + "\"");
        }
        String token = newToken();
        file.update(tokens -> {
            if (tokens.containsKey(name)) {
                throw new IOException("token \"" + name + "\": there is one of this name already; remove it first");
            }
            SortedMap<String, TokenFile.Entry> more = new TreeMap<>(tokens);
            more.put(name, new TokenFile.Entry(hash(token), now));
            return more;
        });
        return token;
    }

    /** Removes what a change left behind that was cut off by the end of its process; each is named in the log. */
    public void removeStale() throws IOException {
        file.removeStale();
    }

    private static String newToken() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The stored tokens, by name. */
    public List<Token> list() throws IOException {
        return file.read().entrySet().stream()
                .map(entry -> new Token(entry.getKey(), entry.getValue().created()))
                .toList();
    }

    /**
     * Makes the token of this name invalid at once.
     *
     * @throws IOException when there is none, or the file cannot be written
     */
    public void remove(String name) throws IOException {
        file.update(tokens -> {
            SortedMap<String, TokenFile.Entry> fewer = new TreeMap<>(tokens);
            if (fewer.remove(name) == null) {
                throw new IOException("token \"" + RemoteText.line(name) + "\": there is none of this name; found "
                        + tokens.keySet());
            }
            return fewer;
        });
    }

    /**
     * Whether {@code text} is a token that is stored now, or the operator's. Takes equally long whichever it is.
     *
     * @throws IOException when the file cannot be read
     */
    public boolean isValid(String text) throws IOException {
        byte[] hash = hash(text);
        boolean valid = operatorHash.isPresent() && MessageDigest.isEqual(operatorHash.get(), hash);
        for (TokenFile.Entry entry : file.read().values()) {
            valid |= MessageDigest.isEqual(entry.hash(), hash);
        }
        return valid;
    }

    /**
     * Whether an {@code Authorization} header, empty when there is none, holds a token that {@link #isValid} by basic
     * authentication, with any user name.
     *
     * @throws IOException when the file cannot be read
     */
    public boolean admits(Optional<String> header) throws IOException {
        Optional<String> password = header.flatMap(BasicAuth::password);
        return password.isPresent() && isValid(password.get());
    }

    private static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
