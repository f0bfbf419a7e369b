package garden.bench;

import java.util.ArrayList;
import java.util.List;

/** A page that was never asked for: the first after the start of the server, and each later one. */
final class RenderingMeasure implements Measure {

    private static final int PAGES = 500;

    @Override
    public String name() {
        return "rendering";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        GeneratedGarden made = ground.garden(notes);
        ground.serve(notes).close();
        try (GardenProcess garden = GardenProcess.start(
                        ground, ground.repository(notes), ground.folder().resolve("data"));
                Connection connection = new Connection(garden.base())) {
            double first = connection.millis(ground.address(made.note(0)));
            List<Double> later = new ArrayList<>();
            for (int i = 1; i <= Math.min(PAGES, notes - 1); i++) {
                later.add(connection.millis(ground.address(made.note(i))));
            }
            List<Double> warm = later.subList(later.size() / 2, later.size());
            table.row("first rendering after a start", notes, Table.text("%.1f ms", first), "");
            table.row("rendering of a page, warm", notes, Table.text("median %.2f ms", Commands.median(warm)), "");
        }
    }
}
