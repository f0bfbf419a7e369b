package garden.feed;

import garden.page.layout.Times;
import java.io.IOException;
import java.io.OutputStream;

/** Atom: RFC 4287. */
final class AtomFeed {

    private AtomFeed() {}

    static void write(Feed feed, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed.language());
        xml.element("id", feed.url());
        xml.element("title", feed.title());
        if (!feed.description().isEmpty()) {
            xml.element("subtitle", feed.description());
        }
        xml.element("updated", Times.iso(feed.updated()));
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.url());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.pageUrl());
        xml.element("icon", feed.iconUrl());
        xml.open("author").element("name", feed.garden()).close();
        xml.element("generator", "Garden");
        for (Feed.Entry entry : feed.entries()) {
            write(entry, xml);
        }
        xml.end();
    }

    private static void write(Feed.Entry entry, Xml xml) throws IOException {
        xml.open("entry");
        xml.element("id", entry.id());
        xml.element("title", entry.title());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        xml.element("published", Times.iso(entry.published()));
        xml.element("updated", Times.iso(entry.updated()));
        for (String tag : entry.tags()) {
            xml.empty("category", "term", tag);
        }
        xml.element("summary", entry.summary());
        if (entry.content().isPresent()) {
            xml.element("content", entry.content().get(), "type", "html");
        }
        xml.close();
    }
}
