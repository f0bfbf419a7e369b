package garden.feed;

import static garden.feed.JsonText.text;
import static garden.feed.JsonText.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import garden.page.layout.Times;
import java.io.IOException;
import java.io.OutputStream;

/** JSON Feed, version 1.1. */
final class JsonFeed {

    private JsonFeed() {}

    static void write(Feed feed, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.on(out)) {
            json.writeStartObject();
            text(json, "version", "https://jsonfeed.org/version/1.1");
            text(json, "title", feed.title());
            if (!feed.description().isEmpty()) {
                text(json, "description", feed.description());
            }
            text(json, "home_page_url", feed.pageUrl());
            text(json, "feed_url", feed.url());
            text(json, "icon", feed.iconUrl());
            text(json, "language", feed.language());
            json.writeArrayFieldStart("items");
            for (Feed.Entry entry : feed.entries()) {
                write(entry, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Feed.Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(json, "id", entry.id());
        text(json, "url", entry.url());
        text(json, "title", entry.title());
        if (entry.content().isPresent()) {
            text(json, "content_html", entry.content().get());
            text(json, "summary", entry.summary());
        } else {
            text(json, "content_text", entry.summary());
        }
        text(json, "date_published", Times.iso(entry.published()));
        text(json, "date_modified", Times.iso(entry.updated()));
        texts(json, "tags", entry.tags());
        json.writeEndObject();
    }
}
