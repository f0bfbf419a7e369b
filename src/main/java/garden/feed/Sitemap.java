package garden.feed;

import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.layout.Times;
import garden.snapshot.Garden;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;

/** The list of all pages for search engines, in the form of sitemaps.org. */
public final class Sitemap {

    /** The most that one file may name. */
    private static final int MAX_URLS = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Site site;
    private final Garden garden;
    private final int maxUrls;

    public Sitemap(Site site, Garden garden) {
        this(site, garden, MAX_URLS);
    }

    Sitemap(Site site, Garden garden, int maxUrls) {
        this.site = site;
        this.garden = garden;
        this.maxUrls = maxUrls;
    }

    /** Number of parts, at least 1. */
    public int parts() {
        return (int) (((long) ListedPages.of(garden).size() + maxUrls - 1) / maxUrls);
    }

    /** Writes one part, from 1; 0 is the list of the parts, or all pages when one part holds them. Piece by piece. Costs what the part
     * holds. */
    public void write(int part, OutputStream out) throws IOException {
        int parts = part == 0 ? parts() : 1;
        if (parts > 1) {
            writeIndex(parts, out);
        } else {
            writePages(Math.max(1, part), out);
        }
    }

    private void writeIndex(int parts, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open("sitemapindex", "xmlns", NAMESPACE);
        for (int part = 1; part <= parts; part++) {
            xml.open("sitemap")
                    .element("loc", site.url(new Address.Sitemap(part)))
                    .close();
        }
        xml.end();
    }

    private void writePages(int part, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open("urlset", "xmlns", NAMESPACE);
        int start = (int) Math.min(Integer.MAX_VALUE - maxUrls, (part - 1L) * maxUrls);
        Iterator<ListedPages.Page> pages =
                ListedPages.of(garden).between(start, start + maxUrls).iterator();
        while (pages.hasNext()) {
            write(pages.next(), xml);
        }
        xml.end();
    }

    private void write(ListedPages.Page page, Xml xml) throws IOException {
        xml.open("url").element("loc", site.url(new Address.Content(page.slug())));
        Optional<String> modified = page.modified().map(Times::iso);
        if (modified.isPresent()) {
            xml.element("lastmod", modified.get());
        }
        xml.close();
    }
}
