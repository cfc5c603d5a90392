// Decides about names by keyboard. Everything here only fills in or presses what stands in the form anyway.

const list = document.querySelector("[data-deciding]");
const rows = list ? [...list.querySelectorAll("[data-deciding-row]")] : [];
const help = list?.querySelector("[data-keys]");

function current() {
    return rows.indexOf(document.activeElement?.closest("[data-deciding-row]"));
}

function go(place) {
    const row = rows[Math.max(0, Math.min(place, rows.length - 1))];
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
}

function choose(row, decision) {
    const select = row.querySelector("select[name$='-decision']");
    if (!select || ![...select.options].some((option) => option.value === decision)) return false;
    select.value = decision;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
}

function decide(decision, press) {
    const place = current();
    const row = rows[place];
    if (!row) return;
    if (choose(row, decision)) go(place + 1);
    else row.querySelector(press)?.click();
}

function decideAll(decision) {
    const all = list.querySelector("select[name='decide_all']");
    if (!all) return;
    all.value = decision;
    for (const row of rows) if (row.hasAttribute("data-open")) choose(row, decision);
}

const KEYS = {
    j: () => go(current() + 1),
    k: () => go(current() - 1),
    a: () => decide("confirmed", "[data-accept]"),
    r: () => decide("rejected", "[data-reject]"),
    o: () => rows[current()] && choose(rows[current()], ""),
    x: () => rows[current()]?.querySelector("input[type=checkbox]")?.click(),
    A: () => decideAll("confirmed"),
    R: () => decideAll("rejected"),
    "?": () => help?.toggleAttribute("open"),
};

function types(target) {
    return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true], .select2-container");
}

list?.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
});

document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyP" || !rows.length) return;
    event.preventDefault();
    go(0);
});
