// Blocks of code: a button that copies, and colours when the language is known to highlight.js. Loaded by pages with code.

const MAX_COLOURED = 100_000;

// highlight.js gives HTML; what counts is how long each run of one kind is.
function runs(html) {
  const box = Object.assign(document.createElement('template'), { innerHTML: html });
  const texts = document.createTreeWalker(box.content, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    found.push([texts.currentNode.length, texts.currentNode.parentElement?.className ?? '']);
  }
  return found;
}

// Wraps those runs where they stand, so that lines and marks stay as the server made them.
function colourRuns(code, kinds) {
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) {
    all.push(texts.currentNode);
  }
  let [left, kind] = [0, ''];
  for (let text of all) {
    while (text?.length) {
      [left, kind] = left ? [left, kind] : kinds.shift();
      const rest = text.length > left ? text.splitText(left) : undefined;
      left -= text.length;
      if (kind) {
        const span = Object.assign(document.createElement('span'), { className: kind });
        text.replaceWith(span);
        span.append(text);
      }
      text = rest;
    }
  }
}

function colourCode(code) {
  const language = /\blanguage-(\S+)/.exec(code.className)?.[1].toLowerCase();
  const text = code.textContent;
  if (language && globalThis.hljs?.getLanguage(language) && text.length <= MAX_COLOURED) {
    colourRuns(code, runs(hljs.highlight(text, { language, ignoreIllegals: true }).value));
  }
}

// The clipboard is closed to pages that did not come by HTTPS; the old way is not.
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
}

function copyButton(code) {
  const button = Object.assign(document.createElement('button'), { className: 'copy', type: 'button', textContent: 'Copy' });
  button.addEventListener('click', async () => {
    await copy(code);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  return button;
}

drawing('.prose pre:not(.mermaid):has(> code)', (source) => {
  const box = Object.assign(document.createElement('div'), { className: 'code-box' });
  const pre = source.cloneNode(true);
  const code = pre.querySelector('code');
  colourCode(code);
  box.append(pre, copyButton(code));
  put(source, box);
});
