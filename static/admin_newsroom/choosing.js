// One box that ticks all the others of its name; without this script each is ticked by itself.

for (const label of document.querySelectorAll("[data-all]")) {
    const box = label.querySelector("input");
    const others = document.querySelectorAll(`input[name="${label.dataset.all}"]`);
    label.hidden = false;
    box.addEventListener("change", () => { for (const one of others) one.checked = box.checked; });
}
