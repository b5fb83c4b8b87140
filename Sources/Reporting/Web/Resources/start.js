// Closed on a screen, for the eye to find its way; open where there is no script, and on paper.
const folds = all("details.fold");
for (const fold of folds) fold.open = false;

let openOnScreen = [];
addEventListener("beforeprint", () => {
  openOnScreen = folds.filter((fold) => fold.open);
  for (const fold of folds) fold.open = true;
  for (const element of all(".selected")) element.classList.remove("selected");
  for (const camera of cameras.values()) {
    camera.onScreen = camera.view;
    camera.view = {...camera.whole};
    camera.show();
  }
});
addEventListener("afterprint", () => {
  for (const fold of folds) fold.open = openOnScreen.includes(fold);
  for (const camera of cameras.values()) {
    camera.view = camera.onScreen || camera.view;
    camera.show();
  }
  showSelection();
});

function refresh() {
  showLanguage();
  showOrder();
  showFilters();
  showDiagram();
  showSelection();
}

function goTo(id) {
  const target = byId(id);
  if (!target) return;
  const details = target.closest("details");
  if (details) details.open = true;
  target.scrollIntoView();
  const focus = target.matches("details") ? target.querySelector("summary") : target;
  if (focus === target) target.tabIndex = -1;
  focus.focus({preventScroll: true});
}

for (const anchor of all("a[href^='#']")) {
  anchor.addEventListener("click", (event) => {
    const id = anchor.getAttribute("href").slice(1);
    if (!byId(id)) return;
    event.preventDefault();
    place = id;
    writeFragment();
    goTo(id);
  });
}

/* Shows what the address tells: at first, and whenever the reader goes back or forward. */
function open() {
  readFragment();
  refresh();
  showView();
  if (place) goTo(place);
}
addEventListener("popstate", open);
open();
