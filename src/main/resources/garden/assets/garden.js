// What pages do beyond their HTML: suggest while typing, change when the garden changes. Every page works without it.

// Keys while a character is composed are the input method's. Safari says so only by the code 229, of the key that ends it.
function onKey(target, handle) {
  target.addEventListener('keydown', (event) => event.isComposing || event.keyCode === 229 || handle(event));
}

// Search suggestions while typing: a combobox as in the ARIA Authoring Practices. Without it the form works the plain way.

const form = document.querySelector('form.search');
const input = form.elements.q;
const list = form.querySelector('.suggestions');
for (const [name, value] of Object.entries({
  role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list',
})) {
  input.setAttribute(name, value);
}
let chosen = -1;
let asked = new AbortController();
let timer = 0;

function line(text, className) {
  return Object.assign(document.createElement('span'), { textContent: text, className, dir: 'auto' });
}

function show(hits) {
  list.replaceChildren(...hits.map((hit, index) => {
    const link = Object.assign(document.createElement('a'), { href: hit.href, tabIndex: -1 });
    link.append(line(hit.title, 'suggested'), line(hit.snippet, ''));
    const item = Object.assign(document.createElement('li'), { id: `suggestion-${index}` });
    item.setAttribute('role', 'option');
    item.append(link);
    return item;
  }));
  list.hidden = hits.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  choose(-1);
}

function choose(index) {
  chosen = index;
  [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
  const item = list.children[index];
  if (item) {
    input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

async function suggest() {
  asked.abort();
  asked = new AbortController();
  if (!input.value.trim()) {
    return show([]);
  }
  const url = new URL(document.body.dataset.searchApi, location);
  url.search = new URLSearchParams({ q: input.value, limit: 8 });
  try {
    const answer = await fetch(url, { signal: asked.signal });
    show(answer.ok && document.activeElement === input ? (await answer.json()).hits : []);
  } catch (error) {
    if (error.name !== 'AbortError') {
      show([]);
    }
  }
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, 120);
});
onKey(input, (event) => {
  const count = list.hidden ? 0 : list.children.length;
  if (event.key === 'Escape' && count) {
    show([]);
  } else if (event.key === 'ArrowDown' && count) {
    choose(chosen + 1 >= count ? -1 : chosen + 1);
  } else if (event.key === 'ArrowUp' && count) {
    choose(chosen < 0 ? count - 1 : chosen - 1);
  } else if (event.key === 'Enter' && count && chosen >= 0) {
    location.assign(list.children[chosen].firstChild.href);
  } else {
    return;
  }
  event.preventDefault();
});
form.addEventListener('focusout', (event) => form.contains(event.relatedTarget) || show([]));
form.addEventListener('submit', () => {
  clearTimeout(timer);
  asked.abort();
});
onKey(document, (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
    input.select();
  }
});

// A video from elsewhere is loaded when its card is clicked: in a shadow, so that live updates find the page as the server wrote it.

document.addEventListener('click', (event) => {
  const card = event.target.closest?.('.video > a[data-player]');
  if (card && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const frame = Object.assign(document.createElement('iframe'), {
      src: card.dataset.player, title: card.innerText, allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    });
    frame.style.cssText = 'display: block; width: 100%; aspect-ratio: 16 / 9; border: 0; border-radius: 8px';
    card.parentElement.attachShadow({ mode: 'open' }).append(frame);
    frame.focus();
  }
});

// Math, diagrams and code are drawn in the place of their source. The source is kept, since pages are compared as the server wrote them.

const drawn = new Map();
const drawers = [];

function put(source, picture) {
  picture.classList.add('drawn');
  drawn.set(source, picture);
  source.replaceWith(picture);
}

// What cannot be drawn is shown as it is written, and why.
function fail(source, reason) {
  const picture = source.cloneNode(true);
  const note = line(reason, 'not-drawn');
  picture.append(note);
  put(source, picture);
}

// Draws what is not drawn yet, now and after each update: so many at once, the rest when the page has been painted. A drawer takes an
// element as the server wrote it.
function drawing(selector, draw, atOnce = Infinity) {
  const drawAll = () => {
    const sources = [...document.querySelectorAll(selector)].filter((source) => !source.closest('.drawn'));
    sources.slice(0, atOnce).forEach((source) => draw(source));
    if (sources.length > atOnce) {
      setTimeout(drawAll);
    }
  };
  drawers.push(drawAll);
  drawAll();
}

const undraw = () => drawn.forEach((picture, source) => picture.replaceWith(source));

function redraw() {
  for (const [source, picture] of drawn) {
    if (source.isConnected) {
      [picture, ...picture.querySelectorAll('.changed')].forEach((node) => node.classList.remove('changed'));
      source.replaceWith(picture);
    } else {
      drawn.delete(source);
    }
  }
  drawers.forEach((drawAll) => drawAll());
}

// What the page loads for its features and this one has not. Diagrams need another content security policy: only a whole page brings it.
async function load(page) {
  const has = (feature) => document.head.querySelector(`[data-feature="${feature}"]`);
  const fresh = [...page.head.querySelectorAll('[data-feature]')].filter((node) => !has(node.dataset.feature));
  if (fresh.some((node) => node.dataset.feature === 'diagram')) {
    location.reload();
    return;
  }
  await Promise.allSettled(fresh.map((node) => new Promise((resolve, reject) => {
    const copy = document.createElement(node.localName);
    [...node.attributes].forEach(({ name, value }) => copy.setAttribute(name, value));
    Object.assign(copy, { async: false, onload: resolve, onerror: reject });
    document.head.append(copy);
  })));
}

// Live updates: when the garden changes, replace the blocks of this page that differ and leave the reader where they are.

const regions = (page) => [...page.querySelectorAll('main, .rail, .foot')];
const main = document.querySelector('main');
const within = (selector) => regions(document).flatMap((region) => [...region.querySelectorAll(selector)]);

// The table of contents is open where it stands beside the text.
const wide = matchMedia('(min-width: 76rem)');
const openContents = () => document.querySelectorAll('.toc details').forEach((part) => (part.open = wide.matches));
openContents();
wide.addEventListener('change', openContents);

// Changed inside rather than as a whole; one with words of its own, beside its elements, is not.
const CONTAINERS = 'section, article, header, nav, div, ul, ol, table, tbody, details, blockquote';
const isContainer = (node) =>
  node.matches(CONTAINERS) && ![...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
const fits = (old, node) =>
  isContainer(old) && isContainer(node) && old.cloneNode(false).isEqualNode(node.cloneNode(false));

// Takes the first of the nodes that passes the test out of the list.
function take(nodes, test) {
  const index = nodes.findIndex(test);
  return index < 0 ? undefined : nodes.splice(index, 1)[0];
}

function morph(old, fresh) {
  const left = [...old.children];
  const wanted = [...fresh.children];
  const kept = wanted.map((node) => take(left, (candidate) => candidate.isEqualNode(node)));
  const shown = wanted.map((node, index) => kept[index] ?? renewed(left, node));
  left.forEach((node) => node.remove());
  shown.forEach((node, index) => {
    if (old.children[index] !== node) {
      old.insertBefore(node, old.children[index] ?? null);
    }
  });
}

function renewed(left, node) {
  const twin = take(left, (candidate) => fits(candidate, node));
  if (twin) {
    morph(twin, node);
    return twin;
  }
  node.classList.add('changed');
  return node;
}

function keepOpen(page) {
  const key = (part) => part.querySelector('summary')?.textContent;
  const open = new Map(within('details').map((part) => [key(part), part.open]));
  page.querySelectorAll('details').forEach((part) => (part.open = open.get(key(part)) ?? part.open));
}

// As the server wrote it, so that it compares equal next time.
function settle(node) {
  node.classList.remove('changed');
  if (!node.className) {
    node.removeAttribute('class');
  }
}

function swap(page) {
  const seen = within('h1, h2, h3, h4, p, li, pre, table, img')
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.bottom > 0)
    .map(([node, box]) => [node, box.top]);
  const focus = document.activeElement;
  undraw();
  keepOpen(page);
  within('.changed').forEach(settle);
  root.classList.add('updating');
  regions(page).forEach((fresh, index) => morph(regions(document)[index], fresh));
  redraw();
  const anchor = scrollY > 0 && seen.find(([node]) => node.isConnected);
  if (anchor) {
    scrollBy({ top: anchor[0].getBoundingClientRect().top - anchor[1], behavior: 'instant' });
  }
  if (!focus.isConnected && focus.getAttribute('href')) {
    document.querySelector(`a[href="${CSS.escape(focus.getAttribute('href'))}"]`)?.focus({ preventScroll: true });
  }
  requestAnimationFrame(() => root.classList.remove('updating'));
  document.title = page.title;
}

let stream;
let isStale = false;
let isBusy = false;

// The greeting says whether the page that opened the stream still holds; a page that came meanwhile may show what is now.
function follow(event) {
  const told = JSON.parse(event.data);
  if (event.type === 'changed' || !told.holds) {
    return catchUp();
  }
  document.body.dataset.commit = told.commit;
}

async function catchUp() {
  isStale = true;
  if (isBusy) {
    return;
  }
  isBusy = true;
  try {
    while (isStale) {
      isStale = false;
      await refresh();
    }
  } catch {
    // The server is away; its next event tries again.
  } finally {
    isBusy = false;
  }
}

async function refresh() {
  const answer = await fetch(location.href, { cache: 'no-cache' });
  if (answer.status >= 500 || !answer.headers.get('content-type')?.startsWith('text/html')) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (page.body.dataset.shown !== document.body.dataset.shown) {
    await load(page);
    swap(page);
    document.body.dataset.shown = page.body.dataset.shown;
  }
  if (answer.redirected) {
    history.replaceState(null, '', answer.url + location.hash);
    document.body.dataset.live = page.body.dataset.live;
    listen();
  }
  document.body.dataset.commit = answer.headers.get('x-garden-commit');
}

// A stream that broke off is opened anew by what the page shows by then, not by what it showed at first.
function listen() {
  stream?.close();
  const { live, liveStream, shown } = document.body.dataset;
  const from = `${liveStream}?at=${encodeURIComponent(live)}&shown=${shown}`;
  stream = new EventSource(from);
  stream.addEventListener('hello', follow);
  stream.addEventListener('changed', follow);
  stream.addEventListener('error', () => shown !== document.body.dataset.shown && listen());
}

if (document.body.dataset.live) {
  listen();
  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', (event) => event.persisted && listen());
}
