(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  // What of the view a link to it carries, and what it may hold.
  const state = {lang: "zh", theme: "auto", chain: "", kind: "", stage: "", q: "", sort: "", whole: "", link: "", diagram: ""};
  const usual = {...state};
  const links = new Map();
  for (const element of all("[data-link]")) {
    const id = element.dataset.link;
    if (!links.has(id)) links.set(id, []);
    links.get(id).push(element);
  }
  const list = byId("list");
  const bodies = list ? all("tbody", list) : [];
  bodies.forEach((body, place) => { body.place = place; body.words = body.textContent.toLowerCase(); });
  const heads = list ? all("thead th", list) : [];
  const diagrams = all("figure.diagram");
  const tabs = all("[role=tab]");

  const inLanguage = (element) => {
    const part = element.querySelector("." + state.lang);
    return (part || element).textContent;
  };
  const nameOf = (id) => {
    const row = (links.get(id) || []).find((element) => element.matches("#every tr"));
    return row ? inLanguage(row.querySelector("th")) : id;
  };

  // MARK: State in the fragment

  function readFragment() {
    const text = location.hash.slice(1);
    Object.assign(state, usual);
    if (!text.includes("=")) return text;
    const given = new URLSearchParams(text);
    for (const key of Object.keys(state)) if (given.has(key)) state[key] = given.get(key);
    if (!["zh", "en"].includes(state.lang)) state.lang = "zh";
    if (!["auto", "light", "dark"].includes(state.theme)) state.theme = "auto";
    if (!links.has(state.link)) state.link = "";
    if (!diagrams.some((figure) => figure.dataset.diagram === state.diagram)) state.diagram = "";
    return given.get("at") || "";
  }

  function writeFragment(at) {
    const parts = new URLSearchParams();
    for (const key of Object.keys(state)) if (state[key] !== usual[key]) parts.set(key, state[key]);
    if (at) parts.set("at", at);
    const text = parts.toString();
    try {
      history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    } catch {
      // A viewer that shows the page without an address has none to keep.
    }
  }

  // MARK: Language and theme

  function showLanguage() {
    byId("language-" + state.lang).checked = true;
    byId("theme-" + state.theme).checked = true;
    root.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.title = root.getAttribute("data-title-" + state.lang);
    for (const option of all("option")) option.textContent = option.getAttribute("data-" + state.lang);
    for (const input of all("[data-hint-zh]")) input.placeholder = input.getAttribute("data-hint-" + state.lang);
    for (const button of all("[data-label-zh]")) {
      button.setAttribute("aria-label", button.getAttribute("data-label-" + state.lang));
    }
    for (const mark of all("[data-tip-zh][tabindex]")) {
      mark.setAttribute("aria-label", mark.getAttribute("data-tip-" + state.lang));
    }
    for (const node of all(".sheet .node, g.bar[data-link]")) node.setAttribute("aria-label", nameOf(node.dataset.link));
    for (const region of all(".scroll")) {
      const heading = region.closest("section").querySelector("h2");
      region.setAttribute("aria-label", inLanguage(heading));
    }
  }

  for (const input of all("input[name=language]")) {
    input.addEventListener("change", () => { state.lang = input.value; refresh(); });
  }
  for (const input of all("input[name=theme]")) {
    input.addEventListener("change", () => { state.theme = input.value; refresh(); });
  }

  // MARK: The list

  function showFilters() {
    if (!list) return;
    byId("filter-chain").value = state.chain;
    byId("filter-kind").value = state.kind;
    byId("filter-stage").value = state.stage;
    if (byId("filter-text").value !== state.q) byId("filter-text").value = state.q;
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const body of bodies) {
      const data = body.dataset;
      const fits = (!state.chain || data.chain === state.chain) && (!state.kind || data.kind === state.kind)
        && (!state.stage || data.stage === state.stage) && words.every((word) => body.words.includes(word));
      body.hidden = !fits;
      if (fits) shown += 1;
    }
    const isFiltered = state.chain || state.kind || state.stage || state.q;
    list.classList.toggle("whole", Boolean(isFiltered || state.whole));
    const whole = byId("whole");
    if (whole) {
      whole.setAttribute("aria-expanded", String(Boolean(state.whole)));
      whole.hidden = Boolean(isFiltered);
      if (!isFiltered && !state.whole) shown = bodies.filter((body) => !body.matches(".quiet")).length;
    }
    byId("shown").textContent = shown === bodies.length ? String(shown) : shown + " / " + bodies.length;
    byId("empty").hidden = shown > 0;
    const fitting = new Set(bodies.filter((body) => !body.hidden).map((body) => body.dataset.link));
    for (const point of all(".point")) point.style.opacity = fitting.has(point.dataset.link) ? "" : "0.12";
  }

  function showOrder() {
    if (!list) return;
    const [key, direction] = state.sort.split(".");
    const column = heads.findIndex((head) => head.dataset.key === key);
    const sign = direction === "descending" ? -1 : 1;
    const value = (body) => {
      const cell = body.rows[0].cells[column];
      if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
      const text = inLanguage(cell).trim();
      return text === "—" ? null : text;
    };
    const keyed = bodies.map((body) => [column < 0 ? body.place : value(body), body]);
    keyed.sort(([a, left], [b, right]) => {
      if (a === null || b === null) return (a === null) - (b === null) || left.place - right.place;
      const order = typeof a === "number" && typeof b === "number"
        ? a - b : String(a).localeCompare(String(b), root.lang, {numeric: true});
      return sign * order || left.place - right.place;
    });
    for (const [, body] of keyed) list.append(body);
    heads.forEach((head, place) => {
      head.setAttribute("aria-sort", place === column ? direction : "none");
    });
  }

  heads.forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      // Figures are asked for by the greatest, ranks and words by the first.
      const falls = head.classList.contains("n") && head.dataset.key !== "rank";
      const first = falls ? "descending" : "ascending";
      const other = falls ? "ascending" : "descending";
      state.sort = head.dataset.key + "." + (now === first ? other : first);
      showOrder();
      writeFragment();
    });
  });

  const filters = byId("filters");
  if (filters) {
    filters.addEventListener("submit", (event) => event.preventDefault());
    for (const kind of ["input", "change"]) filters.addEventListener(kind, () => {
      state.chain = byId("filter-chain").value;
      state.kind = byId("filter-kind").value;
      state.stage = byId("filter-stage").value;
      state.q = byId("filter-text").value;
      showFilters();
      writeFragment();
    });
    filters.addEventListener("reset", () => setTimeout(clearFilters));
  }

  if (byId("whole")) {
    byId("whole").addEventListener("click", () => {
      state.whole = state.whole ? "" : "1";
      showFilters();
      writeFragment();
    });
  }

  function clearFilters() {
    state.chain = state.kind = state.stage = state.q = "";
    showFilters();
    writeFragment();
  }

  // MARK: One link, everywhere

  function showSelection() {
    for (const element of all(".selected")) element.classList.remove("selected");
    for (const element of links.get(state.link) || []) element.classList.add("selected");
    byId("selection").hidden = !state.link;
    byId("selection-name").textContent = state.link ? nameOf(state.link) : "";
    byId("to-diagram").hidden = !diagrams.some((figure) => nodeIn(figure, state.link));
  }

  function select(id) {
    state.link = links.has(id) ? id : "";
    showSelection();
    writeFragment();
  }

  function showInList() {
    const body = bodies.find((candidate) => candidate.dataset.link === state.link);
    if (body) {
      if (body.hidden) clearFilters();
      body.querySelector("details").open = true;
      body.scrollIntoView({block: "center"});
      body.querySelector("summary").focus({preventScroll: true});
      return;
    }
    byId("links").querySelector("details").open = true;
    const row = (links.get(state.link) || []).find((element) => element.matches("#every tr"));
    if (row) row.scrollIntoView({block: "center"});
  }

  document.addEventListener("click", (event) => {
    if (dragged) { dragged = false; return; }
    const chip = event.target.closest("[data-select]");
    if (chip) return select(chip.dataset.select);
    if (event.target.closest("summary, a[href], button, .explanation")) return;
    const marked = event.target.closest("[data-link]");
    if (!marked) return;
    select(marked.dataset.link);
    const row = event.target.closest("tr.target");
    if (row) {
      const details = row.parentNode.querySelector("details");
      details.open = !details.open;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.link) return select("");
    const marked = event.target.closest("[role=button][data-link], [role=button][data-select]");
    if (marked && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      select(marked.dataset.link || marked.dataset.select);
    }
  });
  byId("to-list").addEventListener("click", showInList);
  byId("clear").addEventListener("click", () => select(""));
  byId("to-diagram").addEventListener("click", () => {
    const open = diagrams.find((figure) => figure.dataset.diagram === state.diagram && nodeIn(figure, state.link));
    const own = diagrams.find((figure) => state.link.startsWith(figure.dataset.diagram + "/"));
    const figure = open || own || diagrams.find((candidate) => nodeIn(candidate, state.link));
    state.diagram = figure.dataset.diagram;
    showDiagram();
    figure.scrollIntoView({block: "start"});
    const sheet = figure.querySelector(".sheet." + state.lang);
    if (sheet.camera) sheet.camera.lookAt(nodeIn(figure, state.link));
    writeFragment();
  });

  for (const mark of all(".point, .step, .chip, g.bar[data-link], .sheet .node, .steps li, .changes li[data-link]")) {
    mark.setAttribute("role", "button");
    mark.setAttribute("tabindex", "0");
  }

  // MARK: Names at the pointer

  const tip = byId("tip");
  function showTip(mark, x, y) {
    tip.textContent = mark.getAttribute("data-tip-" + state.lang);
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(6, Math.min(x + 14, innerWidth - box.width - 6)) + "px";
    tip.style.top = (y - box.height - 12 < 4 ? y + 18 : y - box.height - 12) + "px";
  }
  document.addEventListener("pointermove", (event) => {
    const mark = event.target.closest("[data-tip-zh]");
    if (mark) showTip(mark, event.clientX, event.clientY); else tip.hidden = true;
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[data-tip-zh]");
    if (!mark || !mark.matches(":focus-visible")) { tip.hidden = true; return; }
    const box = mark.getBoundingClientRect();
    showTip(mark, box.right, box.top);
  });

  // MARK: Diagrams

  let dragged = false;

  function nodeIn(figure, id) {
    return id && all(".sheet." + state.lang + " .node", figure).find((node) => node.dataset.link === id);
  }

  function showDiagram() {
    if (!diagrams.length) return;
    const shown = state.diagram || diagrams[0].dataset.diagram;
    for (const figure of diagrams) figure.hidden = figure.dataset.diagram !== shown;
    for (const tab of tabs) {
      const isOn = tab.dataset.diagram === shown;
      tab.setAttribute("aria-selected", String(isOn));
      tab.tabIndex = isOn ? 0 : -1;
    }
    for (const sheet of all(".sheet")) sheet.camera.fit();
  }

  tabs.forEach((tab, place) => {
    const open = (chosen) => { state.diagram = chosen.dataset.diagram; showDiagram(); writeFragment(); };
    tab.addEventListener("click", () => open(tab));
    tab.addEventListener("keydown", (event) => {
      const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!by) return;
      event.preventDefault();
      const next = tabs[(place + by + tabs.length) % tabs.length];
      next.focus();
      open(next);
    });
  });

  /* Which part of a drawing its sheet shows. */
  class Camera {
    constructor(sheet) {
      this.sheet = sheet;
      this.svg = sheet.querySelector("svg");
      const box = this.svg.viewBox.baseVal;
      this.whole = {x: box.x, y: box.y, w: box.width, h: box.height};
      this.view = {...this.whole};
      this.pointers = new Map();
    }
    fit() {
      const width = this.sheet.clientWidth;
      if (!width) return;
      const natural = width * this.whole.h / this.whole.w;
      const narrow = width < 600;
      this.sheet.style.height = Math.max(Math.min(natural, innerHeight * .82), narrow ? innerHeight * .6 : 260) + "px";
      if (!this.moved) {
        // Letters of a large drawing would be too small: begin at its upper left.
        const w = Math.min(this.whole.w, width / .62);
        const h = Math.min(this.whole.h, w * this.sheet.clientHeight / width);
        this.view = {x: this.whole.x, y: this.whole.y, w, h};
      }
      this.show();
    }
    show() {
      const view = this.view;
      this.svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map((value) => value.toFixed(1)).join(" "));
      this.sheet.classList.toggle("zoomed", view.w < this.whole.w - 1 || view.h < this.whole.h - 1);
    }
    scale() { return Math.max(this.view.w / this.svg.clientWidth, this.view.h / this.svg.clientHeight); }
    zoom(by, clientX, clientY) {
      const box = this.svg.getBoundingClientRect();
      const fx = clientX === undefined ? .5 : (clientX - box.left) / box.width;
      const fy = clientY === undefined ? .5 : (clientY - box.top) / box.height;
      const w = Math.min(this.whole.w, Math.max(this.whole.w / 14, this.view.w / by));
      const h = Math.min(this.whole.h, Math.max(this.whole.h / 14, this.view.h / by));
      this.view.x += (this.view.w - w) * fx;
      this.view.y += (this.view.h - h) * fy;
      Object.assign(this.view, {w, h});
      this.keep();
    }
    pan(dx, dy) { this.view.x += dx; this.view.y += dy; this.keep(); }
    keep() {
      const {view, whole} = this;
      view.x = Math.min(Math.max(view.x, whole.x), whole.x + whole.w - view.w);
      view.y = Math.min(Math.max(view.y, whole.y), whole.y + whole.h - view.h);
      this.moved = true;
      this.show();
    }
    reset() { this.view = {...this.whole}; this.moved = true; this.show(); }
    lookAt(node) {
      if (!node) return;
      const matrix = this.svg.getScreenCTM().inverse();
      const box = node.getBoundingClientRect();
      const centre = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2).matrixTransform(matrix);
      const w = Math.min(this.whole.w, Math.max(this.whole.w / 3, 420));
      const h = Math.min(this.whole.h, w * this.svg.clientHeight / this.svg.clientWidth);
      this.view = {x: centre.x - w / 2, y: centre.y - h / 2, w, h};
      this.keep();
    }
  }

  for (const sheet of all(".sheet")) {
    const camera = sheet.camera = new Camera(sheet);
    sheet.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      camera.zoom(Math.exp(-event.deltaY * .004), event.clientX, event.clientY);
    }, {passive: false});
    sheet.addEventListener("dblclick", (event) => camera.zoom(1.8, event.clientX, event.clientY));
    sheet.addEventListener("pointerdown", (event) => {
      camera.pointers.set(event.pointerId, {x: event.clientX, y: event.clientY});
      camera.start = {x: event.clientX, y: event.clientY};
    });
    sheet.addEventListener("pointermove", (event) => {
      const before = camera.pointers.get(event.pointerId);
      if (!before) return;
      const now = {x: event.clientX, y: event.clientY};
      if (camera.pointers.size === 2) {
        const other = [...camera.pointers].find(([id]) => id !== event.pointerId)[1];
        const span = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
        camera.zoom(span(now, other) / span(before, other), (now.x + other.x) / 2, (now.y + other.y) / 2);
        dragged = true;
      } else if (sheet.classList.contains("zoomed")) {
        if (!dragged && Math.hypot(now.x - camera.start.x, now.y - camera.start.y) < 5) return;
        if (!dragged) sheet.setPointerCapture(event.pointerId);
        dragged = true;
        const scale = camera.scale();
        camera.pan((before.x - now.x) * scale, (before.y - now.y) * scale);
      }
      camera.pointers.set(event.pointerId, now);
    });
    for (const kind of ["pointerup", "pointercancel", "pointerleave"]) {
      sheet.addEventListener(kind, (event) => {
        camera.pointers.delete(event.pointerId);
        // The click that ends a drag comes right after; none may come at all.
        if (kind === "pointerup") setTimeout(() => { dragged = false; });
      });
    }
    sheet.addEventListener("keydown", (event) => {
      const step = camera.view.w / 8;
      const acts = {
        "+": () => camera.zoom(1.3), "=": () => camera.zoom(1.3), "-": () => camera.zoom(1 / 1.3), "0": () => camera.reset(),
        ArrowLeft: () => camera.pan(-step, 0), ArrowRight: () => camera.pan(step, 0),
        ArrowUp: () => camera.pan(0, -step), ArrowDown: () => camera.pan(0, step),
      };
      if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[event.key]();
    });
    const light = (node) => {
      for (const lit of all(".lit, .supplier, .buyer", sheet)) lit.classList.remove("lit", "supplier", "buyer");
      sheet.classList.toggle("lit", Boolean(node));
      if (!node) return;
      node.classList.add("lit");
      const id = node.dataset.link;
      const neighbours = new Map();
      for (const edge of all(".edge[data-from]", sheet)) {
        if (edge.dataset.to === id) { edge.classList.add("lit"); neighbours.set(edge.dataset.from, "supplier"); }
        if (edge.dataset.from === id) { edge.classList.add("lit"); neighbours.set(edge.dataset.to, "buyer"); }
      }
      for (const other of all(".node", sheet)) {
        const role = neighbours.get(other.dataset.link);
        if (role && other !== node) other.classList.add("lit", role);
      }
    };
    sheet.addEventListener("pointerover", (event) => { if (event.pointerType !== "touch") light(event.target.closest(".node")); });
    sheet.addEventListener("pointerleave", () => light(null));
    sheet.addEventListener("focusin", (event) => light(event.target.closest(".node:focus-visible")));
    sheet.addEventListener("focusout", () => light(null));
    for (const button of all("[data-zoom]", sheet.parentNode)) {
      button.addEventListener("click", () => {
        if (!sheet.clientWidth) return;
        const kind = button.dataset.zoom;
        if (kind === "reset") camera.reset(); else camera.zoom(kind === "in" ? 1.4 : 1 / 1.4);
      });
    }
  }
  addEventListener("resize", () => { for (const sheet of all(".sheet")) sheet.camera.fit(); });
  addEventListener("beforeprint", () => {
    for (const element of all(".selected")) element.classList.remove("selected");
    for (const {camera} of all(".sheet")) {
      camera.onScreen = camera.view;
      camera.view = {...camera.whole};
      camera.show();
    }
  });
  addEventListener("afterprint", () => {
    for (const {camera} of all(".sheet")) {
      camera.view = camera.onScreen || camera.view;
      camera.show();
    }
    showSelection();
  });

  // MARK: All of it

  function refresh() {
    showLanguage();
    showFilters();
    showOrder();
    showDiagram();
    showSelection();
    writeFragment();
  }

  for (const anchor of all("a[href^='#']")) {
    anchor.addEventListener("click", (event) => {
      const target = byId(anchor.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView();
      target.tabIndex = -1;
      target.focus({preventScroll: true});
      writeFragment(target.id);
    });
  }

  function open() {
    const at = readFragment();
    refresh();
    if (at && byId(at)) { byId(at).scrollIntoView(); writeFragment(at); }
  }
  addEventListener("hashchange", open);
  open();
})();
