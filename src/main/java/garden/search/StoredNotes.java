package garden.search;

import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads the notes and texts that an index holds. */
final class StoredNotes {

    private static final int BLOCK = 1_000;

    private final IndexReader reader;

    StoredNotes(IndexReader reader) {
        this.reader = reader;
    }

    /** The note of a document and its text, read in one pass. */
    ParsedNote parsed(int document) throws IOException {
        DocumentStoredFieldVisitor fields = new DocumentStoredFieldVisitor(Set.of(IndexKeys.NOTE, IndexKeys.TEXT));
        reader.storedFields().document(document, fields);
        BytesRef note = fields.getDocument().getBinaryValue(IndexKeys.NOTE);
        return new ParsedNote(
                NoteCodec.read(BytesRef.deepCopyOf(note).bytes),
                fields.getDocument().get(IndexKeys.TEXT));
    }

    /** The text of the note of a document. */
    String text(int document) throws IOException {
        DocumentStoredFieldVisitor field = new DocumentStoredFieldVisitor(Set.of(IndexKeys.TEXT));
        reader.storedFields().document(document, field);
        return field.getDocument().get(IndexKeys.TEXT);
    }

    /** The note at the path as it was indexed; empty when none is. */
    Optional<ParsedNote> parsed(NotePath path) throws IOException {
        TopNotes found = TopNotes.byPath(new LiveSearcher(reader), new TermQuery(NoteDocument.id(path)), 1);
        if (found.documents().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parsed(found.documents().getFirst()));
    }

    /** The paths of notes that were found, in the same order. */
    static List<NotePath> paths(IndexReader reader, TopNotes found) throws IOException {
        List<NotePath> paths = new ArrayList<>();
        for (int document : found.documents()) {
            paths.add(NoteNames.read(reader, document).path());
        }
        return paths;
    }

    /** Every note, by path; read by all processors, block by block. */
    List<Note> all() throws IOException {
        try {
            return reader.leaves().stream().flatMap(StoredNotes::blocks).toList().parallelStream()
                    .flatMap(Block::notes)
                    .sorted(Comparator.comparing(Note::path, Comparator.<NotePath>naturalOrder()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Stream<Block> blocks(LeafReaderContext leaf) {
        int end = leaf.reader().maxDoc();
        return IntStream.iterate(0, start -> start < end, start -> start + BLOCK)
                .mapToObj(start -> new Block(leaf, start, Math.min(end, start + BLOCK)));
    }

    /** Some documents of a segment, read in their order. */
    private record Block(LeafReaderContext leaf, int start, int end) {

        Stream<Note> notes() {
            try {
                return read().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<Note> read() throws IOException {
            List<Note> notes = new ArrayList<>();
            @Nullable Bits live = leaf.reader().getLiveDocs();
            // As merges read: what many documents share is decompressed once.
            try (StoredFieldsReader fields =
                    SlowCodecReaderWrapper.wrap(leaf.reader()).getFieldsReader().getMergeInstance()) {
                for (int id = start; id < end; id++) {
                    if (live == null || live.get(id)) {
                        NoteField field = new NoteField();
                        fields.document(id, field);
                        notes.add(field.note());
                    }
                }
            }
            return notes;
        }
    }

    /** Takes the note and leaves the rest unread. */
    private static final class NoteField extends StoredFieldVisitor {

        private byte @Nullable [] value = null;

        @Override
        public Status needsField(FieldInfo field) {
            if (value != null) {
                return Status.STOP;
            }
            return field.name.equals(IndexKeys.NOTE) ? Status.YES : Status.NO;
        }

        @Override
        public void binaryField(FieldInfo field, byte[] bytes) {
            value = bytes;
        }

        Note note() throws IOException {
            if (value == null) {
                throw new IllegalStateException("stored note: expected one in every document, found none");
            }
            return NoteCodec.read(value);
        }
    }
}
