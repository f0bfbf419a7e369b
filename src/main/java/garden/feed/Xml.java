package garden.feed;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0 in UTF-8, piece by piece. Text may hold anything: what XML cannot say becomes U+FFFD. Names are the program's
 * own. For one thread.
 */
final class Xml {

    /** The one of the JDK, whatever else is on the class path. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    /** Begins a document. */
    Xml(OutputStream stream) throws IOException {
        try {
            this.out = FACTORY.createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml write(Step step) throws IOException {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** The stream's own failure, not the writer's word for it. */
    private static IOException failed(XMLStreamException failure) {
        return failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    Xml open(String name, String... attributes) throws IOException {
        return write(() -> start(name, attributes));
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], CleanText.clean(attributes[i + 1]));
        }
    }

    /** Closes the innermost open element. */
    Xml close() throws IOException {
        return write(out::writeEndElement);
    }

    /** An element with text in it. */
    Xml element(String name, String text, String... attributes) throws IOException {
        return write(() -> {
            start(name, attributes);
            out.writeCharacters(CleanText.clean(text));
            out.writeEndElement();
        });
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) throws IOException {
        return write(() -> {
            out.writeCharacters("\n");
            out.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** Closes what is open and hands everything on; the stream stays open. */
    void end() throws IOException {
        write(() -> {
            out.writeEndDocument();
            out.flush();
        });
    }
}
