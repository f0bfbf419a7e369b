package garden.search;

import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** What the index keeps of a note. */
final class NoteDocument {

    private static final FieldType TEXT = new FieldType();
    private static final FieldType WEIGHTED = new FieldType();
    private static final FieldType GRAM = new FieldType();

    static {
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TEXT.setTokenized(true);
        TEXT.freeze();
        WEIGHTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WEIGHTED.setTokenized(true);
        WEIGHTED.setOmitNorms(true);
        WEIGHTED.freeze();
        GRAM.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        GRAM.setTokenized(false);
        GRAM.freeze();
    }

    private NoteDocument() {}

    /** The term that only the document of this path has. */
    static Term id(NotePath path) {
        return new Term(IndexKeys.ID, IndexKeys.of(path.value()));
    }

    static Document of(ParsedNote parsed, NoteContext context, Stemming usual) {
        Note note = parsed.note();
        Document document = new Document();
        addId(document, note);
        if (!note.frontMatter().isUnlisted()) {
            addKeys(document, note);
            addNames(document, note);
            addContext(document, context);
            Stemming language = note.frontMatter().language().map(Stemming::of).orElse(usual);
            addKey(document, IndexKeys.LANGUAGE, language.code());
            addWords(document, new Texts(parsed, context, language));
        }
        // Before the text, which may be long: reading all notes stops here.
        document.add(new StoredField(IndexKeys.NOTE, NoteCodec.write(note)));
        document.add(new StoredField(IndexKeys.TEXT, parsed.text()));
        return document;
    }

    private static void addId(Document document, Note note) {
        String id = IndexKeys.of(note.path().value());
        document.add(new StringField(IndexKeys.ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(IndexKeys.ID, new BytesRef(id)));
    }

    /** All that a note can be found by; an unlisted note has none of it, and is only kept. */
    private static void addWords(Document document, Texts all) {
        WordWeights weights = new WordWeights();
        for (TextField field : TextField.values()) {
            List<WordList> texts = all.of(field);
            weights.add(field, texts);
            texts.forEach(text -> document.add(new Field(field.key(), text.written(), TEXT)));
        }
        document.add(new Field(IndexKeys.WORDS, weights.stream(), WEIGHTED));
    }

    /** All texts of a note, and the language that they are in. */
    private record Texts(ParsedNote parsed, NoteContext context, Stemming language) {

        List<WordList> of(TextField field) {
            return field.texts(parsed, context).stream()
                    .map(text -> WordList.of(text, language))
                    .toList();
        }
    }

    private static void addContext(Document document, NoteContext context) {
        context.labels().stream().map(Words::key).distinct().forEach(key -> addKey(document, IndexKeys.LABEL, key));
        document.add(new NumericDocValuesField(IndexKeys.DOUBLED_LINKS, context.doubledLinks()));
    }

    private static void addKeys(Document document, Note note) {
        addKey(document, IndexKeys.FOLDED_PATH, new NameKey(note.path().withoutSuffix()).value());
        note.tags().stream()
                .flatMap(tag -> tag.lineage().stream())
                .map(Tag::key)
                .distinct()
                .forEach(key -> addKey(document, IndexKeys.TAG, key.value()));
    }

    private static void addNames(Document document, Note note) {
        NoteNames names = NoteNames.of(note);
        NoteNames.Name title = names.names().getFirst();
        Stream.concat(Stream.of(title), names.aliases().stream())
                .map(NoteNames.Name::key)
                .distinct()
                .forEach(key -> addKey(document, IndexKeys.NAME, key));
        addKey(document, IndexKeys.TITLE_NAME, title.key());
        addKey(document, IndexKeys.FILE_NAME, names.names().get(1).key());
        names.names().stream()
                .flatMap(name -> Words.of(name.text()).stream())
                .map(word -> word.term().substring(0, word.term().offsetByCodePoints(0, 1)))
                .distinct()
                .forEach(initial -> addKey(document, IndexKeys.INITIAL, initial));
        document.add(new BinaryDocValuesField(IndexKeys.NAMES, names.write()));
        document.add(
                new NumericDocValuesField(IndexKeys.TITLE_LENGTH, note.title().length()));
        for (String key :
                names.names().stream().map(NoteNames.Name::key).distinct().toList()) {
            Likeness.grams(key).forEach(gram -> document.add(new Field(IndexKeys.GRAM, gram, GRAM)));
            Likeness.deletions(key).forEach(deletion -> addKey(document, IndexKeys.DELETION, deletion));
        }
    }

    private static void addKey(Document document, String field, String value) {
        document.add(new StringField(field, IndexKeys.of(value), Field.Store.NO));
    }
}
