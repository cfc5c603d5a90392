// Gives the boxes in which names are found by typing, and those in which rich text is written, the name on their label;
// and the rich text's buttons their words in the language of the page.

const SAID = "[title], .prose-menubar__option > *, .prose-editor-dialog :is(h3, label, button)";
let words = null;
const BOXES = "[role=combobox], [role=textbox], .select2-search__field";

function name(field, boxes) {
    const label = field.labels?.[0]?.textContent.trim().replace(/:$/, "") || field.getAttribute("aria-label");
    if (label) for (const box of boxes) box.setAttribute("aria-label", label);
}

function translate(editor, field) {
    words ??= JSON.parse(field.dataset.djangoProseEditorConfigurable).words;
    for (const part of editor.querySelectorAll(SAID)) {
        const said = words[part.title || part.textContent];
        if (!said || said === part.textContent) continue;
        if (part.title) {
            part.title = said;
            part.setAttribute("aria-label", said);
        } else {
            part.textContent = said;
        }
    }
}

function nameAll() {
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
        name(select, select.nextElementSibling?.querySelectorAll(BOXES) ?? []);
    }
    for (const editor of document.querySelectorAll(".prose-editor")) {
        const field = editor.querySelector("textarea");
        if (!field) continue;
        name(field, editor.querySelectorAll(".ProseMirror"));
        translate(editor, field);
    }
}

// Select2 draws its boxes when the page is there, and draws those of a new row anew.
addEventListener("load", () => {
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
    nameAll();
});
