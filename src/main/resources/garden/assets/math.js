// TeX to what it means, by KaTeX. Loaded by pages with math.

const MAX_DEPTH = 160;

// Nothing is painted before these are drawn, so that no words move.
const AT_ONCE = 100;

// How deep KaTeX's tree of a formula is, macros replaced: browsers give up on formulas that nest a hundred times.
function isTooDeep(tree) {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return true;
    }
    level = level.flatMap((node) => Object.values(node)).flat(3);
    level = level.filter((value) => value && typeof value === 'object' && !('lexer' in value));
  }
  return false;
}

drawing('.prose .math', (source) => {
  const picture = source.cloneNode(false);
  try {
    if (isTooDeep(katex.__parse(source.textContent, { strict: 'ignore', displayMode: source.matches('.display') }))) {
      throw new Error('its groups nest too deep');
    }
    katex.render(source.textContent, picture, {
      displayMode: source.matches('.display'),
      strict: 'ignore',
      maxSize: 50,
    });
    put(source, picture);
  } catch (error) {
    fail(source, error.rawMessage ?? error.message);
  }
}, AT_ONCE);
