package garden.note;

/** Names the content of a file. Form: 40 lower-case hexadecimal digits (git's SHA-1). Equal ids mean equal bytes. */
public record BlobId(String hex) {

    public BlobId {
        Hex.check("blob", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
