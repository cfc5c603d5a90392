// How long headline and standfirst are, and from where on a list shortens them.
const FIELDS = { id_headline: 90, id_standfirst: 300 };

export function countCharacters(words) {
  for (const [id, room] of Object.entries(FIELDS)) {
    const field = document.getElementById(id);
    if (!field) continue;
    const shown = document.createElement("p");
    shown.className = "newsroom-count";
    shown.id = `${id}_count`;
    field.after(shown);
    field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), shown.id].filter(Boolean).join(" "));
    const count = () => {
      const length = [...field.value.trim()].length;
      shown.textContent = (length > room ? words.long : words.characters).replace("{}", length);
      shown.classList.toggle("newsroom-count--long", length > room);
    };
    field.addEventListener("input", count);
    count();
  }
}
