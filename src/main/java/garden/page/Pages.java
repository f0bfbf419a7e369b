package garden.page;

import garden.note.Slug;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.asset.Assets;
import garden.page.asset.FeatureFiles;
import garden.page.view.Layout.LayoutLinks;
import garden.page.view.View;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Shows views: from a view record to HTML, by the template that was compiled for it. Thread-safe. */
public final class Pages {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "garden.page.template");
    private final Assets assets = new Assets();

    /** The files that pages refer to. */
    public Assets assets() {
        return assets;
    }

    /** The whole page as HTML. */
    public String render(View view) {
        StringOutput out = new StringOutput(16 * 1024);
        templates.render(template(view), view, out);
        return out.toString();
    }

    private static String template(View view) {
        return switch (view) {
            case View.NoteView note -> "note.jte";
            case View.FolderView folder -> "folder.jte";
            case View.TagView tag -> "tag.jte";
            case View.TagsView tags -> "tags.jte";
            case View.SearchView search -> "search.jte";
            case View.RecentView recent -> "recent.jte";
            case View.ProblemsView problems -> "problems.jte";
            case View.PushesView pushes -> "pushes.jte";
            case View.PushView push -> "push.jte";
            case View.BacklinksView backlinks -> "backlinks.jte";
            case View.VersionsView versions -> "versions.jte";
            case View.PastNoteView past -> "pastNote.jte";
            case View.DifferenceView difference -> "difference.jte";
            case View.BlameView blame -> "blame.jte";
            case View.UpdatesView updates -> "updates.jte";
            case View.CommitsView commits -> "commits.jte";
            case View.StatusView status -> "status.jte";
            case View.NotFoundView notFound -> "notFound.jte";
            case View.GoneView gone -> "gone.jte";
            case View.SeveralView several -> "several.jte";
            case View.WelcomeView welcome -> "welcome.jte";
            case View.WaitingView waiting -> "waiting.jte";
            case View.ErrorView error -> "error.jte";
        };
    }

    /** What every page of {@code site} links to. */
    public LayoutLinks links(Site site) {
        return new LayoutLinks(
                site.href(Address.Content.HOME),
                site.href(Address.Fixed.RECENT),
                site.href(Address.Fixed.COMMITS),
                site.href(Address.Fixed.UPDATES),
                site.href(new Address.Content(new Slug("tags/"))),
                site.href(Address.Fixed.PROBLEMS),
                site.href(Address.Fixed.STATUS),
                site.href(assets.address("style.css")),
                site.href(assets.address("garden.js")),
                site.href(assets.address("theme.js")),
                site.href(assets.address("favicon.svg")),
                site.basePath() + Address.SEARCH_PATH,
                site.basePath() + Address.SEARCH_API_PATH,
                FeatureFiles.all(site, assets),
                site.basePath() + Address.LIVE_PATH,
                site.href(assets.address("social.png")),
                site.href(assets.address("visits.js")));
    }
}
