package garden.snapshot;

import garden.search.SearchView;

/** A garden and the index of the same commit: what one answer is made of. */
public record Snapshot(Garden garden, SearchView search) {}
