package garden.page;

import garden.page.View.Paging;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a list into pages.
 *
 * @param page wanted, from 1; one past the end shows nothing
 */
record Pager(Site site, int size, int page) {

    <T> List<T> cut(List<T> all) {
        int start = Math.min(all.size(), offset());
        return all.subList(start, Math.min(all.size(), start + size));
    }

    /** Index of the page's first element. */
    int offset() {
        return (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * size);
    }

    /** The neighbours of this page of {@code first}, the listing's own address. */
    Paging paging(Address first, int total) {
        int pages = Math.max(1, (total + size - 1) / size);
        return new Paging(
                page,
                pages,
                page > 1 ? Optional.of(site.href(at(first, Math.min(page - 1, pages)))) : Optional.empty(),
                page < pages ? Optional.of(site.href(at(first, page + 1))) : Optional.empty());
    }

    private static Address at(Address first, int page) {
        if (first instanceof Address.Search(String query, int any)) {
            return new Address.Search(query, page);
        }
        return page == 1 ? first : new Address.More(first, page);
    }
}
