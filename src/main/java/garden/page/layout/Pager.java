package garden.page.layout;

import garden.page.address.Address;
import garden.page.address.HistoryPart;
import garden.page.address.Site;
import garden.page.view.View.Paging;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a list into pages.
 *
 * @param first address of the list, which is that of its first page
 * @param page wanted, from 1; one past the end shows nothing
 */
public record Pager(Site site, Address first, int size, int page) {

    /** What of a list is on this page. */
    public <T> List<T> cut(List<T> all) {
        int start = Math.min(all.size(), offset());
        return all.subList(start, Math.min(all.size(), start + size));
    }

    /** Index of the page's first element. */
    public int offset() {
        return (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * size);
    }

    /** The address of this page. */
    public Address address() {
        return address(page);
    }

    /** Where this page stands in a list of {@code total}, or in the longest of lists that are cut side by side, and its neighbours. */
    public Paging paging(int total) {
        int pages = Math.max(1, (total + size - 1) / size);
        return new Paging(
                page,
                pages,
                page > 1 ? Optional.of(href(Math.min(page - 1, pages))) : Optional.empty(),
                page < pages ? Optional.of(href(page + 1)) : Optional.empty());
    }

    private String href(int number) {
        return site.href(address(number));
    }

    private Address address(int number) {
        if (first instanceof Address.Search(String query, int any)) {
            return new Address.Search(query, number);
        }
        if (first instanceof Address.History(String note, HistoryPart any)) {
            return new Address.History(note, new HistoryPart.Versions(number));
        }
        return number == 1 ? first : new Address.More(first, number);
    }
}
