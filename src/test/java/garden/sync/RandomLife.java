package garden.sync;

import garden.Arbitrary;
import garden.git.GitRepo;
import garden.note.NotePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Random steps in the life of a garden, in a work tree: everything that an author may do to it. The same seed gives the same. */
public final class RandomLife {

    private final Arbitrary arbitrary;
    private final RandomGenerator random;
    private final GitRepo work;
    private final TreeSet<NotePath> living = new TreeSet<>();

    /** In a new repository at {@code folder}. */
    public RandomLife(long seed, Path folder) {
        this.arbitrary = new Arbitrary(seed);
        this.random = new java.util.Random(seed);
        this.work = GitRepo.in(folder);
    }

    /** The repository. */
    public GitRepo work() {
        return work;
    }

    /** What decides. */
    Arbitrary arbitrary() {
        return arbitrary;
    }

    /** Writes one note or another, committed. */
    public void smallStep(int number) {
        write(arbitrary.edits(List.copyOf(living), 1));
        work.commit("step " + number);
    }

    /** Creations, edits, deletions, renames, and changes of redirects, lists of ignored files and a vault's settings, committed. */
    public void step(int number) {
        edit();
        if (number % 3 == 2 && !living.isEmpty()) {
            rename(random.nextInt(living.size()));
        }
        move();
        redirect(random.nextInt(4));
        ignore(random.nextInt(8));
        breakLines(random.nextInt(6));
        work.commit("step " + number);
    }

    /** Writes some notes and deletes some. */
    public void edit() {
        List<NotePath> deleted = arbitrary.deletions(List.copyOf(living));
        Map<NotePath, Arbitrary.Draft> edits = arbitrary.edits(List.copyOf(living), 3);
        deleted.forEach(path -> work.delete(path.value()));
        deleted.forEach(living::remove);
        write(edits);
    }

    private void write(Map<NotePath, Arbitrary.Draft> edits) {
        edits.forEach((path, draft) -> {
            String visibility = arbitrary.pick(List.of("", "", "", "unlisted: true\n", "draft: true\n"));
            work.write(path.value(), draft.markdown().replaceFirst("^---\n", "---\n" + visibility));
        });
        living.addAll(edits.keySet());
    }

    private void redirect(int choice) {
        switch (choice) {
            case 0 -> work.write("_redirects", "/old /a\n/bad\n/x/* /b/:splat\n");
            case 1 -> work.write("_redirects", "/old /b 302!\n");
            case 2 -> work.write(".redirects.gollum", "---\nold.md: a.md\n");
            default -> work.write("_redirects", "");
        }
    }

    private void ignore(int choice) {
        switch (choice) {
            case 0 -> work.write(".gardenignore", "moved/\n");
            case 1 -> work.write(".gardenignore", "*\n!a/\n!*.md\n");
            case 2 -> work.write("a/.gardenignore", "/E*\n");
            case 3 -> work.write(".gardenignore", "");
            case 4 -> work.write("a/.gardenignore", "*.png\n");
            default -> {}
        }
    }

    private void move() {
        arbitrary.move(List.copyOf(living)).forEach((to, from) -> {
            work.move(from.value(), to.value());
            living.remove(from);
            living.add(to);
        });
    }

    private void breakLines(int choice) {
        switch (choice) {
            case 0 -> work.write(".obsidian/app.json", "{}");
            case 1 -> work.write(".obsidian/app.json", "{\"strictLineBreaks\": true}");
            case 2 ->
                work.write(".obsidian/app.json", "{\"strictLineBreaks\": false}")
                        .write(".obsidian/x.json", "{}");
            case 3 -> work.write(".obsidian/app.json", "unreadable");
            case 4 -> work.write(".obsidian/app.json", "").delete(".obsidian/app.json");
            default -> {}
        }
    }

    private void rename(int index) {
        NotePath from = List.copyOf(living).get(index);
        NotePath to = new NotePath("moved/" + from.fileName());
        if (living.add(to)) {
            work.move(from.value(), to.value());
            living.remove(from);
        }
    }
}
