// TeX to what it means, by KaTeX. Loaded by pages with math.

drawing('.prose .math', (source) => {
  const picture = source.cloneNode(false);
  try {
    katex.render(source.textContent, picture, {
      displayMode: source.matches('.display'),
      strict: 'ignore',
      maxSize: 50,
    });
    put(source, picture);
  } catch (error) {
    fail(source, error.rawMessage ?? error.message);
  }
});
