package garden.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** RSS 2.0, as Quartz has it: summaries, and the date of the last change. */
final class RssFeed {

    private RssFeed() {}

    static void write(Feed feed, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open("rss", "version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom");
        xml.open("channel");
        xml.element("title", feed.title());
        xml.element("link", feed.pageUrl());
        xml.element("description", feed.description().isEmpty() ? feed.title() : feed.description());
        xml.element("language", feed.language());
        xml.element("generator", "Garden");
        xml.element("lastBuildDate", date(feed.updated()));
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.url());
        for (Feed.Entry entry : feed.entries()) {
            write(entry, xml);
        }
        xml.end();
    }

    private static void write(Feed.Entry entry, Xml xml) throws IOException {
        xml.open("item");
        xml.element("title", entry.title());
        xml.element("link", entry.url());
        xml.element("guid", entry.id(), "isPermaLink", "false");
        xml.element("pubDate", date(entry.updated()));
        xml.element("description", entry.summary());
        for (String tag : entry.tags()) {
            xml.element("category", tag);
        }
        xml.close();
    }

    /** RFC 822, with the four digits of the year that RSS asks for. */
    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
