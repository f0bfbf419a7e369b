// Light or dark. Runs before the first paint, so that a remembered choice does not flash.

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

// Storage may be forbidden; a choice then holds for one page.
function remembered() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    return;
  }
}

function wear(theme) {
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  } else {
    delete root.dataset.theme;
  }
}

wear(remembered());

// A choice that equals the system's is none: the page then follows the system again.
function flip() {
  const system = systemDark.matches ? 'dark' : 'light';
  const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
  const choice = next === system ? '' : next;
  wear(choice);
  remember(choice);
}

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('button.theme');
  button.hidden = false;
  button.addEventListener('click', flip);
});
addEventListener('storage', (event) => event.key === 'theme' && wear(event.newValue));
