package garden.snapshot;

import garden.graph.PageNames;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.UrlCase;
import java.util.Set;

/**
 * How a garden compares names, sorts them, spells addresses, and where its redirects may lead.
 *
 * @param pageNames how links name files
 * @param redirectHosts hosts other than this one, in lower case, with a port where one is meant: {@code example.org:8443}
 * @param order of the names in lists
 */
public record AddressRules(UrlCase urlCase, Set<String> redirectHosts, PageNames pageNames, NameOrder order) {

    /** Names as in Obsidian, addresses as in Quartz 4, and no redirect leaves the garden. */
    public static final AddressRules DEFAULT = new AddressRules(UrlCase.PRESERVE, Set.of(), PageNames.AS_WRITTEN);

    /** With the order of no language. */
    public AddressRules(UrlCase urlCase, Set<String> redirectHosts, PageNames pageNames) {
        this(urlCase, redirectHosts, pageNames, NameOrder.ROOT);
    }

    public AddressRules {
        redirectHosts = Set.copyOf(redirectHosts);
    }

    /** The address that the file would have if it were the only one. */
    Slug slug(NotePath path) {
        return Slug.of(path, urlCase);
    }

    /** The address of a folder. */
    Slug slug(Folder folder) {
        return Slug.of(folder, urlCase);
    }

    /** A reader's spelling with the rules for names applied. */
    Slug slug(String spelling) {
        return Slug.of(spelling, urlCase);
    }

    /** Whether the note's address is that of its folder. */
    boolean isIndex(NotePath path) {
        return slug(path).equals(slug(path.folder()));
    }
}
