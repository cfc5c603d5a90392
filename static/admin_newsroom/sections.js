// Sections by mouse and by keyboard: move, split at the cursor, join.
import { button } from "./local.js";
import { ordered } from "./ordering.js";

export function editSections(form, words) {
  const list = document.getElementById("sections-data");
  if (!list) return;
  const { rows, number, tool, movers } = ordered(list, words);
  const field = (row, name) => row.querySelector(`[name^="sections-"][name$="-${name}"]`);
  const editor = (row) => row.querySelector(".tiptap.ProseMirror")?.editor;

  // A new row directly behind this one, once its editor is there.
  const addBehind = (row) => new Promise((resolve) => {
    list.addEventListener("prose-editor:ready", (event) => resolve([event.target.closest(".form-group"), event.detail.editor]), { once: true });
    list.querySelector(".add-row").click();
    const added = rows().at(-1);
    row.after(added);
    number();
  });

  const split = async (row) => {
    const from = editor(row);
    if (!from) return;
    const { doc, selection } = from.state;
    const rest = doc.cut(selection.from).toJSON();
    const [, to] = await addBehind(row);
    to.commands.setContent(rest, { emitUpdate: true });
    from.commands.setContent(doc.cut(0, selection.from).toJSON(), { emitUpdate: true });
    to.commands.focus("start");
  };

  const join = (row) => {
    const next = rows()[rows().indexOf(row) + 1];
    const [to, from] = [editor(row), next && editor(next)];
    if (!to || !from) return;
    const heading = field(next, "heading").value.trim();
    const title = heading ? [{ type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: heading }] }] : [];
    const place = to.state.doc.content.size;
    to.commands.insertContentAt(place, [...title, ...(from.getJSON().content ?? [])]);
    remove(next);
    to.commands.focus("end");
  };

  const remove = (row) => {
    const mark = field(row, "DELETE");
    if (mark) mark.checked = true; else setAside(row);
    number();
  };

  // A row not yet stored is kept aside, unsent: Unfold would renumber the rows behind it, and lose what is typed there.
  const setAside = (row) => {
    row.hidden = true;
    for (const part of row.querySelectorAll("input, select, textarea")) part.disabled = true;
    const back = button(words.undo, () => {
      row.hidden = false;
      for (const part of row.querySelectorAll("input, select, textarea")) part.disabled = false;
      note.remove();
      number();
    });
    const note = document.createElement("p");
    note.className = "newsroom-aside";
    note.append(words.removed, " ", back);
    row.before(note);
  };

  const tools = (row) => {
    if (row.querySelector(".newsroom-tools")) return;
    const bar = document.createElement("span");
    bar.className = "newsroom-tools";
    const cut = tool(row, "split", "✂", split);
    cut.addEventListener("mousedown", (event) => event.preventDefault()); // the cursor stays
    bar.append(...movers(row), cut, tool(row, "join", "⤵", join));
    const title = row.querySelector("h3 > span:not(:first-child)") ?? row.querySelector("h3 > span");
    title?.after(bar);
  };

  form.addEventListener("click", (event) => {
    const bin = event.target.closest(".delete-template");
    if (!bin) return;
    event.preventDefault();
    event.stopPropagation();
    setAside(bin.closest(".form-group"));
    number();
  }, { capture: true });

  // As the positions say: a draft taken up again has its new rows last.
  const place = (row) => Number(field(row, "position").value === "" ? Infinity : field(row, "position").value);
  const sorted = rows().sort((one, other) => place(one) - place(other) || 0);
  const template = list.querySelector(":scope > .empty-form");
  if (sorted.some((row, at) => row !== rows()[at])) sorted.forEach((row) => list.insertBefore(row, template));

  rows().forEach(tools);
  new MutationObserver(() => { rows().forEach(tools); number(); }).observe(list, { childList: true });
}
