const tabs = all("[role=tab]");
const choice = byId("diagram-choice");
const cameras = new Map(all(".sheet").map((sheet) => [sheet, new Camera(sheet)]));
const sheetOf = (figure) => figure.querySelector(".sheet." + state.lang);
// Whether the pointer is moving a drawing, so that the click at its end is none.
let dragged = false;

function nodeIn(figure, id) {
  const sheet = id && sheetOf(figure);
  return sheet && (links.get(id) || []).find((element) => element.matches(".node") && sheet.contains(element));
}

function showDiagram() {
  if (!diagrams.length) return;
  for (const figure of diagrams) figure.hidden = figure.dataset.diagram !== state.diagram;
  for (const tab of tabs) {
    const isOn = tab.dataset.diagram === state.diagram;
    tab.setAttribute("aria-selected", String(isOn));
    tab.tabIndex = isOn ? 0 : -1;
  }
  if (choice) choice.value = state.diagram;
  for (const camera of cameras.values()) camera.fit();
}

/* The view that the address tells, on the sheet that shows. */
function showView() {
  for (const camera of cameras.values()) camera.forget();
  const figure = diagrams.find((candidate) => candidate.dataset.diagram === state.diagram);
  const camera = figure && cameras.get(sheetOf(figure));
  if (!camera) return;
  if (state.view) {
    const [x, y, w, h] = state.view.split(",").map(Number);
    camera.take({x, y, w, h});
  } else camera.fit();
}

function openDiagram(key) {
  state.diagram = key;
  showDiagram();
  const camera = cameras.get(sheetOf(diagrams.find((figure) => figure.dataset.diagram === key)));
  state.view = camera && camera.hasMoved ? camera.text() : "";
  writeFragment();
}
tabs.forEach((tab, place) => {
  tab.addEventListener("click", () => openDiagram(tab.dataset.diagram));
  tab.addEventListener("keydown", (event) => {
    const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!by) return;
    event.preventDefault();
    const next = tabs[(place + by + tabs.length) % tabs.length];
    next.focus();
    openDiagram(next.dataset.diagram);
  });
});
if (choice) choice.addEventListener("change", () => openDiagram(choice.value));

/* Lights a link with its suppliers and its buyers. */
function light(sheet, node) {
  for (const lit of all(".lit, .supplier, .buyer", sheet)) lit.classList.remove("lit", "supplier", "buyer");
  sheet.classList.toggle("lit", Boolean(node));
  if (!node) return;
  node.classList.add("lit");
  const id = node.dataset.link;
  const roles = new Map();
  for (const edge of all(".edge[data-from]", sheet)) {
    if (edge.dataset.to === id) { edge.classList.add("lit"); roles.set(edge.dataset.from, "supplier"); }
    if (edge.dataset.from === id) { edge.classList.add("lit"); roles.set(edge.dataset.to, "buyer"); }
  }
  for (const other of all(".node", sheet)) {
    const role = roles.get(other.dataset.link);
    if (role && other !== node) other.classList.add("lit", role);
  }
}

for (const [sheet, camera] of cameras) {
  const pointers = new Map();
  let start = {x: 0, y: 0};
  const keep = settled(() => { state.view = camera.text(); writeFragment({isStep: false}); }, 250);
  camera.moved = () => { if (sheet.clientWidth) keep(); };

  sheet.addEventListener("wheel", (event) => {
    // Without the key, the wheel scrolls the page past the drawing.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    camera.zoom(Math.exp(-event.deltaY * .004), event.clientX, event.clientY);
  }, {passive: false});
  sheet.addEventListener("dblclick", (event) => camera.zoom(1.8, event.clientX, event.clientY));
  sheet.addEventListener("pointerdown", (event) => {
    start = {x: event.clientX, y: event.clientY};
    pointers.set(event.pointerId, start);
  });
  sheet.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = {x: event.clientX, y: event.clientY};
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const span = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
      camera.zoom(span(now, other) / span(before, other), (now.x + other.x) / 2, (now.y + other.y) / 2);
      dragged = true;
    } else if (sheet.classList.contains("zoomed")) {
      if (!dragged && Math.hypot(now.x - start.x, now.y - start.y) < 5) return;
      if (!dragged) sheet.setPointerCapture(event.pointerId);
      dragged = true;
      const scale = camera.scale();
      camera.pan((before.x - now.x) * scale, (before.y - now.y) * scale);
    }
    pointers.set(event.pointerId, now);
  });
  for (const kind of ["pointerup", "pointercancel", "pointerleave"]) {
    sheet.addEventListener(kind, (event) => {
      pointers.delete(event.pointerId);
      // The click that ends a drag comes right after; none may come at all.
      if (kind === "pointerup") setTimeout(() => { dragged = false; });
    });
  }
  sheet.addEventListener("keydown", (event) => {
    const step = camera.view.w / 8;
    const acts = {
      "+": () => camera.zoom(1.3), "=": () => camera.zoom(1.3), "-": () => camera.zoom(1 / 1.3),
      "0": () => camera.reset(),
      ArrowLeft: () => camera.pan(-step, 0), ArrowRight: () => camera.pan(step, 0),
      ArrowUp: () => camera.pan(0, -step), ArrowDown: () => camera.pan(0, step),
    };
    if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[event.key]();
  });
  sheet.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") light(sheet, event.target.closest(".node:not(.no-link)"));
  });
  sheet.addEventListener("pointerleave", () => light(sheet, null));
  sheet.addEventListener("focusin", (event) => light(sheet, event.target.closest(".node:focus-visible")));
  sheet.addEventListener("focusout", () => light(sheet, null));
  for (const button of all("[data-zoom]", sheet.parentNode)) {
    button.addEventListener("click", () => {
      if (!sheet.clientWidth) return;
      if (button.dataset.zoom === "reset") camera.reset();
      else camera.zoom(button.dataset.zoom === "in" ? 1.4 : 1 / 1.4);
    });
  }
}
addEventListener("resize", () => { for (const camera of cameras.values()) camera.fit(); });
