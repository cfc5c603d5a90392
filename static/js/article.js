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
