/**
 * Front matter: where it stands, YAML and TOML, and what its keys mean.
 *
 * <p>Never fails because of what it reads: what is not understood is a problem of the note. Read
 * {@link garden.markdown.frontmatter.FrontMatterBlock} and {@link garden.markdown.frontmatter.FrontMatterReader} first.
 */
@NullMarked
package garden.markdown.frontmatter;

import org.jspecify.annotations.NullMarked;
