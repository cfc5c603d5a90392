// Rows below an article or a topic, put in order by mouse (Unfold's drag) and by keyboard: Alt with an arrow, or buttons.
// The order is what the position fields say.
import { button } from "./local.js";

const ROW = ":scope > .form-group:not(.empty-form)";

export function ordered(list, words) {
  const rows = () => [...list.querySelectorAll(ROW)].filter((row) => !row.hidden);
  const position = (row) => row.querySelector('[name$="-position"]');
  const said = document.createElement("p");
  said.className = "sr-only";
  said.setAttribute("role", "status");
  list.before(said);

  // Every row has a place, also those that were added; Unfold numbers only the stored ones.
  const number = () => rows().forEach((row, place) => {
    const field = position(row);
    if (field && field.value !== String(place)) field.value = place;
  });

  const move = (row, way) => {
    const all = rows();
    const other = all[all.indexOf(row) + way];
    if (!other) return;
    const active = document.activeElement;
    if (way < 0) other.before(row); else other.after(row);
    number();
    if (row.contains(active)) active.focus();
    said.textContent = words.place.replace("{}", rows().indexOf(row) + 1);
  };

  const tool = (row, name, sign, act) => {
    const made = button(sign, () => act(row));
    Object.assign(made, { title: words[name], className: `newsroom-tool newsroom-tool--${name}` });
    made.setAttribute("aria-label", words[name]);
    return made;
  };

  const movers = (row) => [
    tool(row, "up", "↑", () => move(row, -1)),
    tool(row, "down", "↓", () => move(row, 1)),
  ];

  list.addEventListener("keydown", (event) => {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.target.closest(".form-group");
    if (!event.altKey || !way || !row) return;
    event.preventDefault();
    move(row, way);
  }, { capture: true });

  return { rows, number, tool, movers };
}
