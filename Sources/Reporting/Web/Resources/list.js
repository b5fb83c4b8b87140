const isQuiet = (body) => body.classList.contains("quiet");
const points = all(".point");
// So many rows that a filter leaves show at once; more would make each letter typed lag.
const shortList = 60;
const words = new Map();
const wordsOf = (body) => {
  if (!words.has(body)) words.set(body, body.textContent.toLowerCase());
  return words.get(body);
};
const placeOf = new Map(bodies.map((body, place) => [body, place]));
const fields = ["chain", "kind", "stage"];

function showFilters() {
  if (!list) return;
  for (const field of fields) byId("filter-" + field).value = state[field];
  if (byId("filter-text").value !== state.q) byId("filter-text").value = state.q;
  const asked = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const isFiltered = asked.length > 0 || fields.some((field) => state[field]);
  const fitting = new Set();
  let shown = 0;
  for (const body of list.tBodies) {
    const fits = fields.every((field) => !state[field] || body.dataset[field] === state[field])
      && asked.every((word) => wordsOf(body).includes(word));
    if (fits) fitting.add(body.dataset.link);
    const isEarly = isFiltered ? shown < shortList : !isQuiet(body);
    const shows = fits && (isEarly || Boolean(state.whole) || body.dataset.link === state.link);
    if (body.hidden === shows) body.hidden = !shows;
    if (shows) shown += 1;
  }
  const whole = byId("whole");
  if (whole) {
    whole.setAttribute("aria-expanded", String(Boolean(state.whole)));
    whole.hidden = isFiltered && fitting.size <= shortList;
  }
  byId("shown").textContent = shown === bodies.length ? String(shown) : shown + " / " + bodies.length;
  byId("empty").hidden = shown > 0;
  for (const point of points) point.classList.toggle("left-out", !fitting.has(point.dataset.link));
}

/* What a row sorts by in a column: a number, words, or nothing. */
function sortValue(body, column) {
  const cell = body.rows[0].cells[column];
  if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
  const text = inLanguage(cell).trim();
  return text === "—" ? null : text;
}

function showOrder() {
  if (!list) return;
  const [key, direction] = state.sort.split(".");
  const column = heads.findIndex((head) => head.dataset.key === key);
  const sign = direction === "descending" ? -1 : 1;
  const collator = new Intl.Collator(root.lang, {numeric: true});
  const keyed = bodies.map((body) => ({
    body, place: placeOf.get(body), value: column < 0 ? placeOf.get(body) : sortValue(body, column),
  }));
  keyed.sort((left, right) => {
    const [a, b] = [left.value, right.value];
    // Nothing comes last, whichever way the column runs.
    if (a === null || b === null) return (a === null) - (b === null) || left.place - right.place;
    const areNumbers = typeof a === "number" && typeof b === "number";
    const order = areNumbers ? a - b : collator.compare(String(a), String(b));
    return sign * order || left.place - right.place;
  });
  list.append(...keyed.map((row) => row.body));
  heads.forEach((head, place) => {
    head.setAttribute("aria-sort", place !== column ? "none" : sign < 0 ? "descending" : "ascending");
  });
}

for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const now = head.getAttribute("aria-sort");
    // Figures are asked for by the greatest, ranks and words by the first.
    const falls = head.classList.contains("n") && head.dataset.key !== "rank";
    const [first, other] = falls ? ["descending", "ascending"] : ["ascending", "descending"];
    state.sort = head.dataset.key + "." + (now === first ? other : first);
    showOrder();
    showFilters();
    writeFragment();
  });
}

function clearFilters() {
  Object.assign(state, {chain: "", kind: "", stage: "", q: ""});
  showFilters();
  writeFragment();
}

if (list) {
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => setTimeout(clearFilters));
  for (const field of fields) {
    byId("filter-" + field).addEventListener("change", (event) => {
      state[field] = event.target.value;
      showFilters();
      writeFragment();
    });
  }
  const search = settled(() => { showFilters(); writeFragment({isStep: false}); }, 80);
  byId("filter-text").addEventListener("input", (event) => { state.q = event.target.value; search(); });
}
if (byId("whole")) {
  byId("whole").addEventListener("click", () => {
    state.whole = state.whole ? "" : "1";
    showFilters();
    writeFragment();
  });
}
