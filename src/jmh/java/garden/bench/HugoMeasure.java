package garden.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** What Hugo needs to build the same notes and an index as JSON: without backlinks, dates and history, which are in Garden's figure. Skipped where it is not installed. */
final class HugoMeasure implements Measure {

    @Override
    public String name() {
        return "hugo";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        if (!Commands.has("hugo")) {
            table.row("Hugo's build of the same notes", notes, "not installed", "");
            return;
        }
        Path site = ground.fresh("hugo");
        Path content = site.resolve("content");
        Commands.run("git", "clone", "-q", ground.repository(notes).toString(), content.toString());
        Commands.run("rm", "-rf", content.resolve(".git").toString());
        write(
                site,
                "config.toml",
                "title = 'Bench'\nbaseURL = 'http://localhost/'\n[outputs]\nhome = ['HTML', 'JSON']\n");
        write(site, "layouts/_default/single.html", "<h1>{{ .Title }}</h1>{{ .Content }}");
        write(
                site,
                "layouts/_default/list.html",
                "<h1>{{ .Title }}</h1>{{ range .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}");
        write(
                site,
                "layouts/index.json",
                "[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{\"title\": {{ .Title | jsonify }},"
                        + " \"text\": {{ .Plain | jsonify }}}{{ end }}]");
        String times = Commands.run("bash", "-c", "TIMEFORMAT='TIMES %R %U %S'; time hugo --quiet -s '" + site + "'");
        String[] figures = times.lines()
                .filter(line -> line.startsWith("TIMES"))
                .findFirst()
                .orElseThrow()
                .split(" ");
        table.row(
                "Hugo's build of the same notes",
                notes,
                Table.text(
                        "%s s, CPU %.1f s",
                        figures[1], Double.parseDouble(figures[2]) + Double.parseDouble(figures[3])),
                "");
    }

    private static void write(Path site, String file, String text) throws java.io.IOException {
        Files.createDirectories(site.resolve(file).getParent());
        Files.writeString(site.resolve(file), text);
    }
}
