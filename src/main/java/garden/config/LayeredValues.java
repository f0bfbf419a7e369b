package garden.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers, weakest first, and the problems found while values are taken from them. Owned by the thread that loads.
 *
 * <p>The first layer has a valid value for every key, so that reading goes on after a problem and finds the others.
 */
final class LayeredValues {

    private final List<Layer> layers;
    private final List<ConfigProblem> problems = new ArrayList<>();

    LayeredValues(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        layers.forEach(layer -> problems.addAll(layer.problems()));
    }

    /** The strongest valid value. Whatever is not valid becomes a problem, even where a stronger layer hides it. */
    <T> T get(Key<T> key) {
        Optional<T> value = Optional.empty();
        for (Entry entry : entries(key)) {
            Optional<T> read = key.form().read(entry);
            if (read.isPresent()) {
                value = read;
            } else {
                problems.add(entry.problem(key.mismatch(entry.raw())));
            }
        }
        return value.orElseThrow();
    }

    /** Adds a problem when {@code lesser} is more than {@code greater}, at the place where one of the two was given. */
    void checkOrder(Key<Long> lesser, Key<Long> greater) {
        Entry less = strongest(lesser);
        Entry more = strongest(greater);
        Optional<Long> value = lesser.form().read(less);
        Optional<Long> limit = greater.form().read(more);
        if (value.isEmpty() || limit.isEmpty() || value.get() <= limit.get()) {
            return;
        }
        problems.add(
                isDefault(less)
                        ? more.problem(
                                "expected at least " + lesser.name() + ", " + less.raw() + ", found " + more.raw())
                        : less.problem(
                                "expected at most " + greater.name() + ", " + more.raw() + ", found " + less.raw()));
    }

    void throwProblems() throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().sorted().toList());
        }
    }

    private List<Entry> entries(Key<?> key) {
        return layers.stream()
                .flatMap(layer -> Optional.ofNullable(layer.entries().get(key.name())).stream())
                .toList();
    }

    private Entry strongest(Key<?> key) {
        return entries(key).getLast();
    }

    private boolean isDefault(Entry entry) {
        return layers.getFirst().entries().containsValue(entry);
    }
}
