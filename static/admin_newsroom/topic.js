// A topic's form: pinned articles and the chronology are put in order, and what the rule finds is shown while it is made.
import { ordered } from "./ordering.js";

const PAUSE = 300;
const RULE = ["tags", "people", "desks", "since", "until"];

const form = document.getElementById("topic_form");
const words = JSON.parse(document.getElementById("ordering-words").textContent);

function order(list) {
  const { rows, number, movers } = ordered(list, words);
  const equip = (row) => {
    if (row.querySelector(".newsroom-tools")) return;
    const bar = document.createElement("span");
    bar.className = "newsroom-tools";
    bar.append(...movers(row));
    (row.querySelector("td.delete") ?? row.querySelector("td.field-position").previousElementSibling).prepend(bar);
  };
  rows().forEach(equip);
  new MutationObserver(() => { rows().forEach(equip); number(); }).observe(list, { childList: true });
}

function question() {
  const data = new FormData(form);
  const asked = new URLSearchParams(RULE.flatMap((name) => data.getAll(name).map((value) => [name, value])));
  for (const [name, value] of data) {
    const row = /^(pins-\d+)-article$/.exec(name)?.[1];
    if (row && value && !data.has(`${row}-DELETE`)) asked.append("pin", value);
  }
  return asked.toString();
}

function showFound(box) {
  let waiting, asking, last = question();
  const ask = async () => {
    const asked = question();
    if (asked === last) return;
    last = asked;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.address}?${asked}`, { signal: asking.signal });
      if (answer.ok && !answer.redirected) box.innerHTML = await answer.text();
    } catch {
      // asked anew meanwhile, or the server is away: what is shown is what was found last
    }
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  window.django?.jQuery(form).on("change", "select", soon); // boxes filled by typing tell only jQuery
}

window.addEventListener("load", () => {
  for (const name of ["pins", "entries"]) {
    const list = document.getElementById(`${name}-data`);
    if (list) order(list);
  }
  const box = document.getElementById("found");
  if (form && box) showFound(box);
});
