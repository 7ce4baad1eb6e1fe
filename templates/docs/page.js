"use strict";
// The filter. Without this script the page shows everything.
const field = document.getElementById("filter");
const found = document.getElementById("found");
const items = [...document.querySelectorAll("[data-find]")];
document.getElementById("search").hidden = false;

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
  let shown = 0;
  for (const item of items) {
    const fits = words.every((word) => item.dataset.find.includes(word));
    item.hidden = !fits;
    if (fits && item.localName === "section") shown++;
  }
  for (const group of document.querySelectorAll("[data-group]")) group.hidden = group.querySelector("[data-find]:not([hidden])") === null;
  found.textContent = words.length === 0 ? "" : `${shown} found`;
}

field.addEventListener("input", filter);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.activeElement === field) return;
  event.preventDefault();
  field.focus();
});
// A link to something that the filter hides shows it again.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null || target.offsetParent !== null) return;
  field.value = "";
  filter();
  target.scrollIntoView();
});
