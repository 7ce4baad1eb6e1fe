"use strict";
const form = document.getElementById("filter");
const words = document.getElementById("words");
const fails = document.getElementById("fails");
const found = document.getElementById("found");
const boxes = [...form.querySelectorAll("input[value]")];
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll("main > section")];
const links = new Map([...document.querySelectorAll("nav li")].map((item) => [item.dataset.link, item]));

function apply() {
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const terms = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const article of articles) {
    const visible =
      wanted.has(article.dataset.section) &&
      (!fails.checked || "fails" in article.dataset) &&
      terms.every((term) => article.dataset.find.includes(term));
    article.hidden = !visible;
    if (visible) shown++;
  }
  for (const section of sections) {
    const left = section.querySelectorAll("article:not([hidden])").length;
    section.hidden = left === 0;
    const item = links.get(section.id);
    item.hidden = left === 0;
    item.querySelector(".count").textContent = String(left);
  }
  found.textContent = shown === articles.length ? `${shown} changes` : `${shown} of ${articles.length} changes`;
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== words) {
    event.preventDefault();
    words.focus();
  }
});
form.hidden = false;
apply();
