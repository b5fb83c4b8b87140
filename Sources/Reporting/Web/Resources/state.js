const root = document.documentElement;
const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
root.classList.add("js");

const list = byId("list");
const bodies = list ? all("tbody", list) : [];
const heads = list ? all("thead th", list) : [];
const diagrams = all("figure.diagram");

// Every element that is about a link, by the link.
const links = new Map();
// The boxes of a folded diagram and its legend are no links: what is one has a row among all links.
for (const row of all("#every tr[data-link]")) links.set(row.dataset.link, []);
for (const element of all("[data-link]")) {
  const id = element.dataset.link;
  if (links.has(id)) links.get(id).push(element);
  else element.classList.add("no-link");
}

// What of the view a link to it carries, and what each holds where a link says nothing.
const usual = {
  lang: "zh", theme: "auto", chain: "", kind: "", stage: "", q: "", sort: "", whole: "", link: "",
  diagram: root.dataset.diagram || "", view: "",
};
const state = {...usual};
// Where the reader is: the section last gone to.
let place = "";

const inLanguage = (element) => (element.querySelector("." + state.lang) || element).textContent;
const rowOf = (id) => links.get(id).find((element) => element.matches("#every tr"));
const nameOf = (id) => inLanguage(rowOf(id).querySelector("th"));

function readFragment() {
  const text = location.hash.slice(1);
  Object.assign(state, usual);
  place = text.includes("=") ? "" : decoded(text);
  if (!text.includes("=")) return;
  const given = new URLSearchParams(text);
  for (const key of Object.keys(state)) if (given.has(key)) state[key] = given.get(key);
  if (!["zh", "en"].includes(state.lang)) state.lang = usual.lang;
  if (!["auto", "light", "dark"].includes(state.theme)) state.theme = usual.theme;
  if (!links.has(state.link)) state.link = "";
  if (!diagrams.some((figure) => figure.dataset.diagram === state.diagram)) state.diagram = usual.diagram;
  if (!/^-?\d+(,-?\d+){3}$/.test(state.view)) state.view = "";
  place = given.get("at") || "";
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return ""; }
}

/* Puts the view into the address: as a step to come back to, or, for what changes by small degrees,
   such as a word being typed, in place of the last. */
function writeFragment({isStep = true} = {}) {
  const parts = new URLSearchParams();
  for (const key of Object.keys(state)) if (state[key] !== usual[key]) parts.set(key, state[key]);
  if (place) parts.set("at", place);
  const text = parts.toString();
  const fragment = text ? "#" + text : "";
  if (fragment === location.hash) return;
  const address = fragment || location.pathname + location.search;
  try {
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // A viewer that shows the page without an address has none to keep.
  }
}

/* Calls of a function that come close together become one, the last. */
function settled(act, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
