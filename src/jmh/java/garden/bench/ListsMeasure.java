package garden.bench;

import java.util.ArrayList;
import java.util.List;

/** Pages of what is large: the note that has most backlinks, all of its backlinks, the last page of the longest list. */
final class ListsMeasure implements Measure {

    private static final int NOTES_ON_A_PAGE = 100;

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        String hub = ground.address(ground.garden(notes).note(0));
        int last = Math.max(1, notes / 2 / NOTES_ON_A_PAGE);
        try (GardenProcess garden = ground.serve(notes)) {
            Pusher pusher = new Pusher(ground, ground.garden(notes), garden.pushUrl());
            List<Row> rows = List.of(
                    new Row("the hub", notes, hub),
                    new Row("first page of its backlinks", notes, "/-/backlinks" + hub),
                    new Row("page " + last + " of a list of " + notes / 2, notes, "/log/?page=" + last),
                    new Row("home page", notes, "/"),
                    new Row("recent changes", notes, "/-/recent"),
                    new Row("problems", notes, "/-/problems"));
            for (Row row : rows) {
                measure(ground, garden, pusher, row).into(table);
            }
        }
    }

    private record Row(String what, int notes, String path) {

        Figures with(List<Double> fresh, List<Double> again) {
            return new Figures(this, Commands.median(fresh), Commands.median(again));
        }
    }

    private record Figures(Row row, double fresh, double again) {

        void into(Table table) {
            table.row(row.what + ", after a push; again", row.notes, Table.text("%.2f ms; %.2f ms", fresh, again), "");
        }
    }

    /** After each push the list is made anew. */
    private static Figures measure(Ground ground, GardenProcess garden, Pusher pusher, Row row) throws Exception {
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        try (Connection connection = new Connection(garden.base())) {
            for (int i = 0; i < ground.rounds() * 4; i++) {
                pusher.push(1);
                fresh.add(connection.millis(row.path));
                again.add(connection.millis(row.path));
            }
        }
        return row.with(fresh, again);
    }
}
