// Recent changes since the last visit. What was seen is kept in this browser and told to nobody. A visit ends after half an
// hour without a look at the page, so that a reload shows the same.

const VISIT_ENDS = 30 * 60 * 1000;
const visits = `visits ${root.dataset.base}`;

// Storage may be forbidden or hold anything; then this is the first visit.
function recall() {
  try {
    return JSON.parse(localStorage.getItem(visits)) ?? {};
  } catch {
    return {};
  }
}

function keep(visit) {
  try {
    localStorage.setItem(visits, JSON.stringify(visit));
  } catch {
    return;
  }
}

// The visit before this one. What was seen is measured by the newest change on the page rather than the clock: a note that
// was written before a visit may be pushed after it. A date in the future, which an author may give, is none to measure by.
function lastVisit() {
  const now = Date.now();
  const { current, before } = recall();
  const isNew = !current || now - current.until > VISIT_ENDS;
  const last = isNew ? current : before;
  const times = [...main.querySelectorAll('.note-line time')].map((time) => time.dateTime);
  const seen = times.find((time) => new Date(time) <= now);
  keep({ current: { from: isNew ? now : current.from, until: now, seen }, before: last });
  return last;
}

const written = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

function sentence(count, last) {
  const day = new Date(last.from).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `${count} changed since your last visit on ${day}.`;
}

function mark(last) {
  const lines = [...main.querySelectorAll('.note-line')];
  const firstSeen = lines.findIndex((line) => new Date(line.querySelector('time').dateTime) <= new Date(last.seen));
  const count = firstSeen < 0 ? lines.length : firstSeen;
  const notes = `${count || 'No'} ${count === 1 ? 'note' : 'notes'}`;
  main.querySelector('header.title').append(
    written('p', 'visit', sentence(firstSeen < 0 ? `At least ${notes}` : notes, last)));
  if (count && firstSeen > 0) {
    const day = lines[firstSeen].closest('.day');
    const isWholeDay = day.querySelector('.note-line') === lines[firstSeen];
    (isWholeDay ? day : lines[firstSeen]).before(written(isWholeDay ? 'p' : 'li', 'visit seen', 'Seen before'));
  }
}

// A live update takes the marks away, and may bring what is new.
const changes = new MutationObserver(compare);

function compare() {
  changes.disconnect();
  main.querySelectorAll('.visit').forEach((node) => node.remove());
  const last = lastVisit();
  if (last?.seen) {
    mark(last);
  }
  changes.observe(main, { childList: true, subtree: true });
}

compare();
