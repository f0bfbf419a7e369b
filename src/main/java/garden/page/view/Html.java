package garden.page.view;

/** HTML that is safe to show: sanitised, or made by a template. The only text that a template prints unescaped. */
public record Html(String value) {}
