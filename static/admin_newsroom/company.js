// Who else is in this article, asked now and then while the page is looked at.
const EVERY = 15_000;

export function keepCompany(form, page) {
  const box = document.getElementById("company");

  const line = (text, names) => {
    const made = document.createElement("p");
    made.textContent = text.replace("{}", names);
    return made;
  };

  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    const token = form.elements.csrfmiddlewaretoken.value;
    const options = { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" };
    const answer = await fetch(page.presence, options).catch(() => null);
    if (!answer?.ok) return;
    const { present, drafts, version } = await answer.json();
    const lines = [];
    if (version !== page.version) lines.push(line(page.words.newer, version));
    if (present.length) lines.push(line(page.words.present, present.join(", ")));
    if (drafts.length) lines.push(line(page.words.drafts, drafts.join(", ")));
    const said = lines.map((one) => one.textContent).join("\n");
    if (box.dataset.said !== said) box.replaceChildren(...lines);
    box.dataset.said = said;
  };

  ask();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}
