// Gives the boxes in which people are found by typing the name that stands on their label.

addEventListener("load", () => {
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
        const label = select.labels?.[0]?.textContent.trim();
        const box = select.nextElementSibling;
        if (!label || !box) continue;
        for (const part of box.querySelectorAll("[role=combobox], [role=textbox]")) part.setAttribute("aria-label", label);
    }
});
