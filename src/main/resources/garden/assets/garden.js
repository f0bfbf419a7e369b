// Makes pages more comfortable; every page works without it.
(function () {
  "use strict";
  const body = document.body;
  const root = document.documentElement;

  // Light and dark.
  const toggle = document.querySelector(".theme");
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      const isDark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = isDark ? "light" : "dark";
      try {
        localStorage.setItem("garden-theme", root.dataset.theme);
      } catch (denied) {
        // The choice holds for this page.
      }
    });
  }

  // Search while typing: a combobox as the ARIA authoring practices describe it.
  const input = document.getElementById("q");
  const list = document.getElementById("suggestions");
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const options = list.children;
    if (options.length === 0) {
      return;
    }
    chosen = (index + options.length) % options.length;
    Array.from(options).forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(hits) {
    close();
    hits.forEach((hit, i) => {
      const option = document.createElement("li");
      option.id = "suggestion-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dir = "auto";
      option.textContent = hit.title;
      const where = document.createElement("small");
      where.textContent = hit.snippet || hit.path;
      option.append(where);
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => location.assign(hit.href));
      option.dataset.href = hit.href;
      list.append(option);
    });
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  async function suggest() {
    const query = input.value.trim();
    const number = ++asked;
    if (query === "") {
      close();
      return;
    }
    try {
      const answer = await fetch(body.dataset.searchApi + "?limit=8&q=" + encodeURIComponent(query));
      const found = await answer.json();
      if (number === asked && document.activeElement === input) {
        show(found.hits || []);
      }
    } catch (offline) {
      close();
    }
  }

  if (input && list) {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", "suggestions");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(suggest, 120);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(list.children[chosen].dataset.href);
      } else if (event.key === "Escape") {
        asked++;
        close();
      }
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        (document.getElementById("query") || input).focus();
      }
    });
  }

  // Live updates: what differs is replaced in place, the rest is left alone.
  function sameKind(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.className === b.className;
  }

  function isContainer(node) {
    return /^(MAIN|ASIDE|ARTICLE|SECTION|FOOTER|DIV|UL|OL)$/.test(node.nodeName);
  }

  function mark(node) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      node.classList.add("changed");
      setTimeout(() => node.classList.remove("changed"), 2500);
    }
  }

  // Children that are equal at the beginning and at the end stay; what is between them is new.
  function patch(old, fresh) {
    const before = Array.from(old.childNodes);
    const after = Array.from(fresh.childNodes);
    let head = 0;
    while (head < before.length && head < after.length && before[head].isEqualNode(after[head])) {
      head++;
    }
    let tail = 0;
    while (tail < before.length - head && tail < after.length - head
        && before[before.length - 1 - tail].isEqualNode(after[after.length - 1 - tail])) {
      tail++;
    }
    const removed = before.slice(head, before.length - tail);
    const added = after.slice(head, after.length - tail);
    if (removed.length === added.length) {
      removed.forEach((node, i) => {
        if (node.isEqualNode(added[i])) {
          return;
        }
        if (sameKind(node, added[i]) && isContainer(node)) {
          patch(node, added[i]);
        } else {
          node.replaceWith(added[i]);
          mark(added[i]);
        }
      });
      return;
    }
    const anchor = before[before.length - tail] || null;
    removed.forEach((node) => node.remove());
    added.forEach((node) => {
      old.insertBefore(node, anchor);
      mark(node);
    });
  }

  // The first block that can be seen keeps its place on the screen.
  function keepingPlace(change) {
    const blocks = Array.from(document.querySelectorAll("main .prose > *, main > *, main li"));
    const seen = blocks.find((block) => block.getBoundingClientRect().top >= 0);
    const top = seen ? seen.getBoundingClientRect().top : 0;
    change();
    if (seen && seen.isConnected) {
      scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
    }
  }

  let isFetching = false;
  let wanted = "";

  async function refresh(commit) {
    wanted = commit;
    if (isFetching || commit === body.dataset.commit) {
      return;
    }
    isFetching = true;
    try {
      const answer = await fetch(location.href, { cache: "no-cache", headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page.querySelector("main") && page.body.dataset.commit) {
        keepingPlace(() => {
          for (const part of ["main", ".rail", ".foot"]) {
            patch(document.querySelector(part), document.adoptNode(page.querySelector(part)));
          }
        });
        document.title = page.title;
        body.dataset.commit = page.body.dataset.commit;
        if (answer.redirected) {
          history.replaceState(history.state, "", answer.url + location.hash);
        }
      }
    } catch (offline) {
      // The next event tries again.
    } finally {
      isFetching = false;
    }
    if (wanted !== commit) {
      refresh(wanted);
    }
  }

  let stream = null;

  function listen() {
    if (stream || !body.dataset.live || !window.EventSource) {
      return;
    }
    stream = new EventSource(body.dataset.liveStream + "?at=" + encodeURIComponent(body.dataset.live));
    const onCommit = (event) => refresh(JSON.parse(event.data).commit);
    stream.addEventListener("hello", onCommit);
    stream.addEventListener("changed", onCommit);
  }

  addEventListener("pagehide", () => {
    if (stream) {
      stream.close();
      stream = null;
    }
  });
  addEventListener("pageshow", listen);
  if (document.readyState === "complete") {
    listen();
  }
})();
