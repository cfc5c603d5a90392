// One file, so that an article takes one request less.

// Copies the link to a section, a citation, the short link; shares and prints. Buttons that can do nothing here stay
// hidden: without this file, or without a clipboard, links are links and citations can be marked by hand.
const status = document.getElementById("copied_");
const canCopy = Boolean(navigator.clipboard);

function say(element) {
  status.textContent = status.dataset.said;
  element.dataset.copied = status.dataset.said;
  setTimeout(() => { status.textContent = ""; delete element.dataset.copied; }, 2000);
}

async function copy(text, element) {
  await navigator.clipboard.writeText(text);
  say(element);
}

function show(button, act) {
  button.addEventListener("click", act);
  button.hidden = false;
  button.closest("[hidden]")?.removeAttribute("hidden");
}

const named = (id) => document.getElementById(id);

if (canCopy) {
  for (const link of document.querySelectorAll("a.anchor")) {
    link.addEventListener("click", () => copy(link.href.replace(/\?[^#]*/, ""), link));
  }
  for (const button of document.querySelectorAll("[data-copies]")) {
    const source = named(button.dataset.copies);
    show(button, () => copy(source.href ?? source.textContent.trim(), button));
  }
}

for (const button of document.querySelectorAll("[data-shares]")) {
  const shared = { title: button.dataset.title, url: named(button.dataset.shares).href };
  if (navigator.canShare?.(shared)) show(button, () => navigator.share(shared).catch(() => {})); // thinking better of it is no fault
}

for (const button of document.querySelectorAll("[data-prints]")) show(button, () => window.print());

// Steps through the words marked in an article and switches the marks off; without it there are links for both.
const bar = document.getElementById("marks_");
const part = (name) => document.getElementById(`marks_${name}_`);
const marks = [...document.querySelectorAll(".article mark")];
const still = matchMedia("(prefers-reduced-motion: reduce)");
let at = -1;
let asked = part("next");

// The mark before the place the address leads to: the first step goes into that section.
function start() {
  const place = document.getElementById(location.hash.slice(1));
  if (!place) return -1;
  const before = marks.filter((mark) => mark.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING && !place.contains(mark));
  return before.length - 1;
}

function announce(text) {
  part("place").textContent = text;
  part("said").textContent = text;
}

function go(number) {
  if (marks[at]) marks[at].classList.remove("is-current");
  at = (number + marks.length) % marks.length;
  showMarks(true);
  const mark = marks[at];
  mark.classList.add("is-current");
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  announce(bar.dataset.place.replace("%(number)s", at + 1).replace("%(count)s", marks.length));
}

function showMarks(shown) {
  document.documentElement.classList.toggle("has-no-marks", !shown);
  part("switch").setAttribute("aria-pressed", String(!shown));
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "n") go(at + 1);
  else if (key === "p") go(at - 1);
  else if (key === "escape") asked.focus();
  else return;
  event.preventDefault();
}

if (bar && marks.length) {
  at = start();
  bar.querySelector(".marks__step").hidden = false;
  bar.querySelector(".marks__plain").hidden = true;
  bar.classList.add("is-live");
  part("next").addEventListener("click", () => { asked = part("next"); go(at + 1); });
  part("previous").addEventListener("click", () => { asked = part("previous"); go(at < 0 ? -1 : at - 1); });
  part("switch").addEventListener("click", () => {
    const hide = part("switch").getAttribute("aria-pressed") === "false";
    showMarks(!hide);
    part("said").textContent = hide ? bar.dataset.hidden : "";
  });
  for (const mark of marks) mark.addEventListener("keydown", keys);
}
