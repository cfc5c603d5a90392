// Suggestions under a search box: a combobox as the ARIA practices describe it. The server sends all wording; where it
// sends nothing, or fails, the box is the plain form it was.
const WAIT = 120; // ms of rest between typing and asking
const LEAST = 2; // letters

class Suggest {
  constructor(input, number) {
    this.input = input;
    this.options = [];
    this.active = -1;
    const list = { id: `suggest_${number}`, class: "suggest", role: "listbox", "aria-label": input.dataset.suggestLabel };
    this.list = element("div", { ...list, hidden: "" });
    this.status = element("p", { class: "visually-hidden", role: "status" });
    input.parentElement.classList.add("has-suggest");
    input.parentElement.append(this.list, this.status);
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id });
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", (event) => { if (!event.isComposing) this.wait(); });
    this.input.addEventListener("compositionend", () => this.wait());
    this.input.addEventListener("keydown", (event) => { if (!isComposed(event)) this.press(event); });
    this.input.addEventListener("blur", () => this.close());
    this.input.form?.addEventListener("submit", () => this.close());
    window.addEventListener("pagehide", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", () => this.close());
  }

  wait() {
    this.stop();
    if (this.input.value.trim().length < LEAST) return this.close();
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  async ask() {
    this.stop();
    const asking = this.asking = new AbortController();
    try {
      const address = `${this.input.dataset.suggest}?${new URLSearchParams({ q: this.input.value.trim() })}`;
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
      const found = answer.ok ? await answer.json() : { groups: [], said: "" };
      if (!asking.signal.aborted) this.show(found);
    } catch {
      if (!asking.signal.aborted) this.close();
    }
  }

  show({ groups, said }) {
    if (!groups.length || document.activeElement !== this.input) return this.close();
    this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, number) => { option.id = `${this.list.id}_${number}`; });
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = said;
    this.choose(-1);
  }

  group({ label, options }, number) {
    const head = element("div", { id: `${this.list.id}_group_${number}`, class: "suggest__label" }, label);
    const group = { class: "suggest__group", role: "group", "aria-labelledby": head.id };
    return element("div", group, head, ...options.map(choice));
  }

  close() {
    this.stop();
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  choose(number) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = this.options[number];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  // Past either end lies the box itself: from there Enter searches for what was typed.
  step(by) {
    const places = this.options.length + 1;
    this.choose(((this.active + 1 + by + places) % places) - 1);
  }

  press(event) {
    const isOpen = !this.list.hidden;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (isArrow && !isOpen) {
      if (this.input.value.trim().length < LEAST) return;
      this.ask();
    } else if (!isOpen) {
      return;
    } else if (event.key === "Escape" || (event.key === "ArrowUp" && event.altKey)) {
      this.close();
    } else if (isArrow) {
      if (!event.altKey) this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.active >= 0) {
      this.options[this.active].click();
    } else {
      if (event.key === "Tab") this.close();
      if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.choose(-1); // back to the words
      return;
    }
    event.preventDefault();
  }
}

function choice({ text, also, note, url, lang }) {
  const name = element("span", lang ? { lang } : {}, text);
  const other = also ? [" ", element("span", { class: "suggest__also" }, also)] : [];
  return element(
    "a",
    { class: "suggest__option", role: "option", "aria-selected": "false", href: url, tabindex: "-1" },
    element("span", { class: "suggest__text" }, name, ...other),
    " ",
    element("span", { class: "suggest__note" }, note),
  );
}

// Safari ends a composition before it sends the key that ended it; 229 says so.
function isComposed(event) {
  return event.isComposing || event.keyCode === 229;
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

document.querySelectorAll("input[data-suggest]").forEach((input, number) => new Suggest(input, number));
