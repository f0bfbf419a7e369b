package garden.web.answer;

import garden.note.CommitId;
import garden.page.address.Site;
import garden.text.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What besides the commit decides the bytes of a page: this build of the program and how the site is set up. Two servers of
 * one build and one configuration have the same.
 */
public record PageVersion(String id) {

    private static final int COMMIT_DIGITS = 12;
    private static final int ID_BYTES = 5;

    /** The version of pages made by this program with {@code site} and {@code settings}, whatever form these have. */
    public static PageVersion of(Site site, String settings) throws IOException {
        try {
            MessageDigest digest = Sha256.begin();
            digest.update((site + " " + settings).getBytes(StandardCharsets.UTF_8));
            Path code = Path.of(PageVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(code)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return new PageVersion(HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The tag of what {@code asked}, an address with its query as it came, gives at {@code commit}; weak, since compression changes the
     * bytes but not the page. Names the address, so that a tag proves that something was there, and the kind, so that whoever is told to
     * keep what he has is told the same headers again.
     */
    public String tag(CommitId commit, String asked, SecurityHeaders kind) {
        return tag(commit.hex().substring(0, COMMIT_DIGITS), asked, kind);
    }

    /** The same for what shows something by which it is known, whatever the commit. */
    public String tag(String shown, String asked, SecurityHeaders kind) {
        String address = Integer.toHexString(asked.hashCode());
        return "W/\"" + shown + "-" + id + "-" + address + "-" + kind.name() + "\"";
    }

    /** Whether an {@code If-None-Match} header is met by whatever exists. */
    public static boolean isAny(@Nullable String header) {
        return header != null && header.strip().equals("*");
    }

    /** Whether an {@code If-None-Match} header names {@code tag}; compared weakly, as RFC 9110 wants for it. */
    public static boolean matches(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        return Stream.of(header.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> bare(one).equals(bare(tag)));
    }

    private static String bare(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
