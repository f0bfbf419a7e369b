// Diagrams by Mermaid, in the page's own colours. Loaded by pages with a diagram.

const probe = document.createElement('span');
let diagrams = 0;
let turn = Promise.resolve();

// One of our colours as light or dark makes it now.
function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

function setColours() {
  document.body.append(probe);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
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
  const { svg } = await mermaid.render(`diagram-${++diagrams}`, source.textContent);
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
