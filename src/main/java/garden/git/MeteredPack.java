package garden.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A pack on its way in. Each object is unpacked here first, to be counted before JGit keeps anything of it: JGit tells the
 * sizes of objects, but not those of the differences ("deltas") between which it skips. Form of a pack: gitformat-pack(5). What
 * is no pack is passed on, for JGit to say so.
 */
public final class MeteredPack extends FilterInputStream {

    private static final int HEADER_BYTES = 12;
    private static final int BASE_BYTES = 20;
    private static final int OFFSET_DELTA = 6;
    private static final int BASE_DELTA = 7;
    private static final int CONTINUED = 0x80;

    private enum Part {
        BEFORE,
        HEADER,
        TYPE,
        SIZE,
        OFFSET,
        BASE,
        BYTES,
        END
    }

    private final PackBudget budget;
    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[8192];
    private Part part = Part.BEFORE;
    private int skipped;
    private long objects;
    private int type;

    /** @param budget is charged with each object before JGit sees it */
    public MeteredPack(InputStream in, PackBudget budget) {
        super(in);
        this.budget = budget;
    }

    /** The pack begins with the next byte. */
    public void begin() {
        part = Part.HEADER;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        budget.receive(Math.max(0, count));
        int at = offset;
        while (at < offset + count && part != Part.BEFORE && part != Part.END) {
            at = part == Part.BYTES ? unpack(bytes, at, offset + count) : take(bytes[at], at);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Takes one byte of what stands between objects, and returns the place after it. */
    private int take(byte next, int at) throws PackLimitException {
        switch (part) {
            case HEADER -> header(Byte.toUnsignedInt(next));
            case TYPE -> {
                type = (next >> 4) & 7;
                part = isContinued(next) ? Part.SIZE : afterSize();
            }
            case SIZE -> part = isContinued(next) ? Part.SIZE : afterSize();
            case OFFSET -> part = isContinued(next) ? Part.OFFSET : Part.BYTES;
            case BASE -> {
                skipped++;
                part = skipped < BASE_BYTES ? Part.BASE : Part.BYTES;
            }
            case BEFORE, BYTES, END -> throw new IllegalStateException("nothing is taken in " + part);
        }
        return at + 1;
    }

    /** Its last four bytes are the number of objects. */
    private void header(int next) throws PackLimitException {
        objects = (objects << 8 | next) & 0xffff_ffffL;
        skipped++;
        if (skipped == HEADER_BYTES) {
            budget.announce(objects);
            part = objects > 0 ? Part.TYPE : Part.END;
        }
    }

    private static boolean isContinued(byte next) {
        return (next & CONTINUED) != 0;
    }

    private Part afterSize() {
        skipped = 0;
        return switch (type) {
            case OFFSET_DELTA -> Part.OFFSET;
            case BASE_DELTA -> Part.BASE;
            default -> Part.BYTES;
        };
    }

    /** Unpacks as far as the bytes go or the object ends, and returns the place after it. */
    private int unpack(byte[] bytes, int at, int end) throws PackLimitException {
        inflater.setInput(bytes, at, end - at);
        try {
            int count = inflater.inflate(unpacked);
            while (count > 0) {
                budget.unpack(count);
                count = inflater.inflate(unpacked);
            }
        } catch (DataFormatException damaged) {
            part = Part.END;
            return end;
        }
        int next = end - inflater.getRemaining();
        if (inflater.finished()) {
            inflater.reset();
            objects--;
            part = objects > 0 ? Part.TYPE : Part.END;
        } else if (inflater.needsDictionary()) {
            part = Part.END;
        }
        return next;
    }

    /** Frees what unpacking needs; the stream itself stays open. */
    public void release() {
        part = Part.END;
        inflater.end();
    }
}
