package garden.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * Who wrote or made a commit, and when; read from its bytes, since JGit's own parsing fails on times that no
 * {@link Instant} holds, and anyone who pushes may write such a time.
 *
 * @param name may be empty
 * @param time seconds precision; what is not a time between 1970 and 9999 is the nearest that is, or 1970
 */
public record Signature(String name, Instant time) {

    /** The last second of the year 9999, so that every time prints with a four-digit year. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private static final int MAX_DIGITS = 12;

    /** Who wrote {@code commit}, whose body must be there. */
    public static Signature author(RevCommit commit) {
        byte[] bytes = commit.getRawBuffer();
        return at(bytes, RawParseUtils.author(bytes, 0));
    }

    /** Who made {@code commit}, whose body must be there. */
    public static Signature committer(RevCommit commit) {
        byte[] bytes = commit.getRawBuffer();
        return at(bytes, RawParseUtils.committer(bytes, 0));
    }

    /**
     * When {@code commit} was written: the author's time, or the committer's when the author's cannot be true, being later, or 0
     * as programs without a clock write it.
     */
    public static Instant written(RevCommit commit) {
        Instant author = author(commit).time();
        Instant committer = committer(commit).time();
        return author.isAfter(committer) || author.equals(Instant.EPOCH) ? committer : author;
    }

    /** The address in the author line of {@code commit}, to look names up by; never shown. */
    public static String mail(RevCommit commit) {
        byte[] bytes = commit.getRawBuffer();
        int start = RawParseUtils.author(bytes, 0);
        String line = start < 0
                ? ""
                : RawParseUtils.decode(StandardCharsets.UTF_8, bytes, start, RawParseUtils.nextLF(bytes, start));
        int open = line.indexOf('<');
        int close = line.indexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }

    private static Signature at(byte[] bytes, int start) {
        return start < 0
                ? new Signature("", Instant.EPOCH)
                : parse(RawParseUtils.decode(StandardCharsets.UTF_8, bytes, start, RawParseUtils.nextLF(bytes, start)));
    }

    /** Parses {@code Name <mail> seconds zone}. */
    static Signature parse(String line) {
        int mail = line.indexOf('<');
        String name = mail < 0 ? line : line.substring(0, mail);
        return new Signature(
                name.strip(), time(line.substring(line.lastIndexOf('>') + 1).strip()));
    }

    private static Instant time(String text) {
        long digits = text.chars().takeWhile(c -> c >= '0' && c <= '9').count();
        if (digits == 0) {
            return Instant.EPOCH;
        }
        long seconds = digits > MAX_DIGITS ? MAX_SECONDS : Long.parseLong(text.substring(0, (int) digits));
        return Instant.ofEpochSecond(Math.min(seconds, MAX_SECONDS));
    }
}
