package garden.markdown.model;

/** What a note's page needs a script for, beyond what every page has. Each reads well without it. In the order in which they load. */
public enum Feature {
    /** TeX in {@code .math}. */
    MATH,
    /** Mermaid's language in {@code pre.mermaid}. */
    DIAGRAM,
    /** Code that names its language: {@code code.language-…}. */
    COLOR,
    /** Any block of code, to be copied. */
    CODE
}
