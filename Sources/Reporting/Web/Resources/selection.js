/* One link, everywhere that it stands. */
function showSelection() {
  for (const element of all(".selected")) element.classList.remove("selected");
  for (const element of links.get(state.link) || []) element.classList.add("selected");
  byId("selection").hidden = !state.link;
  byId("selection-name").textContent = state.link ? nameOf(state.link) : "";
  byId("to-diagram").hidden = !diagrams.some((figure) => nodeIn(figure, state.link));
}

function select(id) {
  state.link = links.has(id) ? id : "";
  showFilters();
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
  const row = rowOf(state.link);
  row.closest("details").open = true;
  row.scrollIntoView({block: "center"});
}

function showInDiagram() {
  const holding = diagrams.filter((figure) => nodeIn(figure, state.link));
  const figure = holding.find((candidate) => candidate.dataset.diagram === state.diagram)
    || holding.find((candidate) => state.link.startsWith(candidate.dataset.diagram + "/")) || holding[0];
  if (!figure) return;
  state.diagram = figure.dataset.diagram;
  showDiagram();
  figure.scrollIntoView({block: "start"});
  cameras.get(sheetOf(figure)).lookAt(nodeIn(figure, state.link));
  writeFragment();
}

byId("to-list").addEventListener("click", showInList);
byId("to-diagram").addEventListener("click", showInDiagram);
byId("clear").addEventListener("click", () => select(""));

// Marks that stand for a link act as buttons.
const marks = ".point, .step, .chip, g.bar[data-link], .sheet .node:not(.no-link), .steps li, li[data-link]";
for (const mark of all(marks)) {
  mark.setAttribute("role", "button");
  mark.setAttribute("tabindex", "0");
}

document.addEventListener("click", (event) => {
  if (dragged) { dragged = false; return; }
  const chip = event.target.closest("[data-select]");
  if (chip) { select(chip.dataset.select); return; }
  if (event.target.closest("summary, a[href], button, .explanation")) return;
  const marked = event.target.closest("[data-link]:not(.no-link)");
  if (!marked) return;
  select(marked.dataset.link);
  const row = event.target.closest("tr.target");
  if (!row) return;
  const details = row.parentNode.querySelector("details");
  details.open = !details.open;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.link) { select(""); return; }
  const marked = event.target.closest("[role=button][data-link], [role=button][data-select]");
  if (!marked || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  select(marked.dataset.link || marked.dataset.select);
});

// The name of a mark at the pointer, or beside the mark that has the focus.
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
