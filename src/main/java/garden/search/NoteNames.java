package garden.search;

import garden.note.Note;
import garden.note.NotePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * What a note is called, kept beside the index for quick reading.
 *
 * @param names of the title, the file name, the aliases
 */
record NoteNames(NotePath path, List<Name> names) {

    /** The one character that no path contains. */
    private static final String SEPARATOR = "\0";

    /** A name as written, and its {@link Words#key}. */
    record Name(String text, String key) {}

    static NoteNames of(Note note) {
        List<Name> names =
                new ArrayList<>(List.of(name(note.title()), name(note.path().name())));
        note.frontMatter().aliases().forEach(alias -> names.add(name(alias)));
        return new NoteNames(note.path(), names);
    }

    private static Name name(String text) {
        return new Name(text.replace(SEPARATOR, " "), Words.key(text).replace(SEPARATOR, " "));
    }

    static NoteNames read(IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(IndexKeys.NAMES);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("document " + document + ": expected names, found none");
        }
        List<String> parts = List.of(values.binaryValue().utf8ToString().split(SEPARATOR, -1));
        List<Name> names = new ArrayList<>();
        for (int i = 1; i + 1 < parts.size(); i += 2) {
            names.add(new Name(parts.get(i), parts.get(i + 1)));
        }
        return new NoteNames(new NotePath(parts.getFirst()), names);
    }

    BytesRef write() {
        List<String> parts = new ArrayList<>();
        parts.add(path.value());
        names.forEach(name -> parts.addAll(List.of(name.text(), name.key())));
        return new BytesRef(String.join(SEPARATOR, parts));
    }

    /** All but the title and the file name. */
    List<Name> aliases() {
        return names.subList(2, names.size());
    }

    String title() {
        return names.getFirst().text();
    }
}
