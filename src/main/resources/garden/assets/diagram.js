// Diagrams by Mermaid, in the page's own colours. Loaded by pages with a diagram.

const probe = document.createElement('span');
const STYLES_OR_LOADS =
  /theme|css|font|colou?r|background|look|dark|html|purify|secure|security|log|mathml|image|icon|url|link|marker|style|weight/i;
const LOADS = /url\s*\(\s*(?!["']?#)|image-set\s*\(|@import|@font-face/i;
let diagrams = 0;
let turn = Promise.resolve();

// One of our colours as light or dark makes it now.
function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

// Names of settings, however deep they are, that style or load: a diagram may not make them for itself.
function stylingSettings(settings, names = new Set()) {
  for (const [name, value] of Object.entries(settings)) {
    if (STYLES_OR_LOADS.test(name)) {
      names.add(name);
    } else if (value && typeof value === 'object' && !Array.isArray(value)) {
      stylingSettings(value, names);
    }
  }
  return names;
}

const secure = [
  ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
  ...['theme', 'themeVariables', 'themeCSS', 'fontFamily', 'altFontFamily', 'fontSize', 'darkMode', 'look', 'htmlLabels'],
  ...['dompurifyConfig', 'logLevel', 'forceLegacyMathML', 'legacyMathML', 'arrowMarkerAbsolute', 'ticketBaseUrl'],
  ...stylingSettings(mermaid.mermaidAPI.defaultConfig),
];

// The server draws no diagram that loads from elsewhere; what it overlooked is caught here.
function isForeign(address) {
  return new URL(address, location.href).origin !== location.origin;
}

function check(svg) {
  const drawing = new DOMParser().parseFromString(svg, 'text/html');
  for (const element of drawing.querySelectorAll('[src], [srcset], [poster], image, use, feImage, style, [style]')) {
    const loaded = ['src', 'href', 'xlink:href', 'poster'].map((name) => element.getAttribute(name));
    const css = (element.matches('style') ? element.textContent : '') + (element.getAttribute('style') ?? '');
    const isLoading = element.hasAttribute('srcset') || LOADS.test(css) || /\\/.test(element.getAttribute('style') ?? '');
    if (isLoading || loaded.some((address) => address && isForeign(address))) {
      throw new Error('it would load something from elsewhere');
    }
  }
}

function setColours() {
  document.body.append(probe);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    secure,
    suppressErrorRendering: true,
    theme: 'base',
    fontFamily: getComputedStyle(document.body).fontFamily,
    themeVariables: {
      darkMode: (root.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark',
      background: colour('paper'),
      primaryColor: colour('wash'),
      primaryTextColor: colour('ink'),
      primaryBorderColor: colour('edge'),
      lineColor: colour('soft'),
      textColor: colour('ink'),
      noteBkgColor: colour('mark'),
      noteTextColor: colour('ink'),
      noteBorderColor: colour('edge'),
      activationBkgColor: colour('wash'),
      activationBorderColor: colour('edge'),
      edgeLabelBackground: colour('paper'),
      fontSize: '15px',
    },
  });
  probe.remove();
}

// One after the other, since Mermaid measures in the page.
function queue(work) {
  turn = turn.then(work, work);
}

async function render(source, picture) {
  if (LOADS.test(source.textContent)) {
    throw new Error('it would load something from elsewhere');
  }
  const { svg } = await mermaid.render(`diagram-${++diagrams}`, source.textContent);
  check(svg);
  picture.innerHTML = svg;
  const drawing = picture.firstElementChild;
  drawing.style.minWidth = `${Math.min(drawing.viewBox.baseVal.width, 480)}px`;
}

async function draw(source) {
  if (drawn.has(source) || !source.isConnected) {
    return;
  }
  const picture = Object.assign(document.createElement('figure'), { className: 'diagram' });
  try {
    await render(source, picture);
    put(source, picture);
  } catch (error) {
    fail(source, error.message.split('\n')[0].replace(/:$/, ''));
  }
}

function recolour() {
  queue(setColours);
  for (const [source, picture] of drawn) {
    if (picture.matches('.diagram')) {
      queue(() => render(source, picture));
    }
  }
}

setColours();
drawing('.prose pre.mermaid', (source) => queue(() => draw(source)));
new MutationObserver(recolour).observe(root, { attributeFilter: ['data-theme'] });
systemDark.addEventListener('change', recolour);
