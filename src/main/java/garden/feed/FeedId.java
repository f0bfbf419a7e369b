package garden.feed;

import garden.page.address.Site;
import garden.text.Sha256;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Names for entries of feeds that stay, whatever the note is called and whether it is served by http or https. */
final class FeedId {

    private FeedId() {}

    /** A {@code urn:uuid} for what has this identity in the garden of this site: RFC 9562, version 8, from a hash. */
    static String of(Site site, String identity) {
        String name = URI.create(site.origin()).getHost() + site.basePath() + "\0" + identity;
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(name));
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return "urn:uuid:" + new UUID(high, low);
    }
}
