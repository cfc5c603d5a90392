// Suggestions under a search box: a combobox as the ARIA practices describe it. The server sends all wording; where it
// sends nothing, or fails, the box is the plain form it was.
const WAIT = 120; // ms of rest between typing and asking
const LEAST = 2; // letters

class Suggest {
  constructor(input, number) {
    this.input = input;
    this.options = [];
    this.active = -1;
    this.list = element("div", { id: `suggest_${number}`, className: "suggest", role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", input.dataset.suggestLabel);
    this.status = element("p", { className: "visually-hidden", role: "status" });
    input.parentElement.classList.add("has-suggest");
    input.parentElement.append(this.list, this.status);
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id });
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", (event) => { if (!event.isComposing) this.wait(); });
    this.input.addEventListener("compositionend", () => this.wait());
    this.input.addEventListener("keydown", (event) => { if (!event.isComposing) this.press(event); });
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
    const head = element("div", { id: `${this.list.id}_group_${number}`, className: "suggest__label", textContent: label });
    const group = element("div", { className: "suggest__group", role: "group" });
    group.setAttribute("aria-labelledby", head.id);
    group.append(head, ...options.map(choice));
    return group;
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
  const option = element("a", { className: "suggest__option", role: "option", href: url, tabIndex: -1 });
  option.setAttribute("aria-selected", "false");
  const name = element("span", { className: "suggest__text" });
  name.append(element("span", { textContent: text, lang }));
  if (also) name.append(" ", element("span", { className: "suggest__also", textContent: also }));
  option.append(name, " ", element("span", { className: "suggest__note", textContent: note }));
  return option;
}

function element(tag, properties) {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.assign(document.createElement(tag), Object.fromEntries(given));
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

document.querySelectorAll("input[data-suggest]").forEach((input, number) => new Suggest(input, number));
