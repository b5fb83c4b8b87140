function showLanguage() {
  byId("language-" + state.lang).checked = true;
  byId("theme-" + state.theme).checked = true;
  root.lang = state.lang === "zh" ? "zh-CN" : "en";
  document.title = root.getAttribute("data-title-" + state.lang);
  for (const option of all("option[data-zh]")) option.textContent = option.getAttribute("data-" + state.lang);
  const search = byId("filter-text");
  if (search) search.placeholder = search.getAttribute("data-hint-" + state.lang);
  for (const element of all("[data-label-zh]")) {
    element.setAttribute("aria-label", element.getAttribute("data-label-" + state.lang));
  }
  for (const mark of all("[data-tip-zh][tabindex]")) {
    mark.setAttribute("aria-label", mark.getAttribute("data-tip-" + state.lang));
  }
  for (const mark of all(".sheet .node:not(.no-link), g.bar[data-link]")) {
    mark.setAttribute("aria-label", nameOf(mark.dataset.link));
  }
  for (const region of all(".scroll")) {
    region.setAttribute("aria-label", inLanguage(region.closest("section, .chapter").querySelector("h2, h3")));
  }
}

for (const input of all("input[name=language]")) {
  input.addEventListener("change", () => { state.lang = input.value; state.view = ""; refresh(); writeFragment(); });
}
for (const input of all("input[name=theme]")) {
  input.addEventListener("change", () => { state.theme = input.value; refresh(); writeFragment(); });
}
