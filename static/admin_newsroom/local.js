// The copy in the browser: there while the server does not have the text, gone once it has.
const PREFIX = "newsroom-draft";

const place = (page, key) => [PREFIX, page.editor, page.article, key].join(":");

export function keepLocal(page, body) {
  try {
    const copy = { at: new Date().toISOString(), body: body.toString() };
    localStorage.setItem(place(page, page.key), JSON.stringify(copy));
    return true;
  } catch {
    return false; // full, or forbidden
  }
}

export function dropLocal(page, key = page.key) {
  try {
    localStorage.removeItem(place(page, key));
  } catch {
    // nothing was kept either
  }
}

function copies(page) {
  const prefix = `${place(page, "")}`;
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
      .map((name) => ({ key: name.slice(prefix.length), ...JSON.parse(localStorage.getItem(name)) }));
  } catch {
    return [];
  }
}

// The server names in a cookie the pages whose work it has saved.
function forgetSaved(page) {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${page.cookie}=`));
  const saved = new Set((cookie ?? "").slice(page.cookie.length + 1).replaceAll('"', "").split(".").filter(Boolean));
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(`${PREFIX}:`) && saved.has(name.split(":").pop())) localStorage.removeItem(name);
    }
  } catch {
    // a browser that keeps nothing
  }
}

const short = (moment) => new Date(moment).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });

// What is only in this browser is offered back; taking it up sends it to the server first.
export function offerLocal(form, page) {
  forgetSaved(page);
  for (const copy of copies(page)) {
    if (page.sent && copy.key === page.key) continue; // refused, and what it says is in the form
    const known = document.querySelector(`[data-offer="${CSS.escape(copy.key)}"]`);
    if (known && new Date(known.dataset.savedAt) >= new Date(copy.at)) dropLocal(page, copy.key);
    else form.before(offer(form, page, copy));
  }
}

function offer(form, page, copy) {
  const box = document.createElement("div");
  const title = document.createElement("strong");
  box.className = "newsroom-notice";
  box.dataset.localOffer = copy.key;
  title.textContent = page.words.in_browser.replace("{}", short(copy.at));
  const resume = button(page.words.resume, async () => {
    const body = new URLSearchParams(copy.body);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const answer = await fetch(`${page.autosave}?take`, { method: "POST", body, redirect: "manual" });
    if (!answer.ok) return;
    dropLocal(page, copy.key);
    const key = body.get("draft_key");
    const ask = document.createElement("form");
    ask.method = "post";
    ask.action = page.answer.replace("KEY", key);
    ask.append(hidden("csrfmiddlewaretoken", body.get("csrfmiddlewaretoken")), hidden("do", "resume"));
    document.body.append(ask);
    ask.submit();
  });
  const discard = button(page.words.discard, () => {
    dropLocal(page, copy.key);
    box.remove();
  });
  const row = document.createElement("div");
  row.className = "newsroom-offer";
  row.append(resume, discard);
  box.append(title, row);
  return box;
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

export function button(text, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}
