// What stands in the form goes to the server while it is typed, and stays in the browser while the server is away.
import { button, dropLocal, keepLocal } from "./local.js";

const LOOK_EVERY = 1500; // some fields change without an event: choices made in a list, rows put in another order
const REST = 6000; // after a failure, before the server is asked again
const MOST_AT_LEAVING = 60_000; // characters a browser still sends as a page goes

export function autosave(form, page) {
  const status = document.getElementById("kept");
  let settled = null; // what needs no keeping
  let touched = false;
  let sending = null;
  let leaving = false;
  let held = false; // by another window
  let resting = 0; // until then

  // Whoever logged in again in another window has a new token.
  const renewToken = () => {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="));
    if (cookie) form.elements.csrfmiddlewaretoken.value = cookie.slice("csrftoken=".length);
  };
  const body = () => {
    const all = new URLSearchParams(new FormData(form));
    all.delete("csrfmiddlewaretoken");
    return all;
  };
  const withToken = (sent) => {
    renewToken();
    return new URLSearchParams([...sent, ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value]]);
  };
  const say = (text, ...more) => status?.replaceChildren(text, ...more);
  const now = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

  const keepHere = (text, ...more) => {
    const kept = keepLocal(page, body());
    say(kept ? text.replace("{}", now()) : page.words.nowhere, ...more);
  };

  const refuse = async (answer) => {
    if (answer.type === "opaqueredirect") {
      const link = document.createElement("a");
      Object.assign(link, { href: location.href, target: "_blank", textContent: page.words.log_in });
      keepHere(page.words.logged_out, " ", link);
      return;
    }
    const refusal = await answer.json().catch(() => ({}));
    held = refusal.why === "elsewhere";
    keepHere(refusal.text ?? page.words.local, ...(held ? [" ", button(page.words.take, () => send(true))] : []));
  };

  const send = async (take = false) => {
    const sent = body();
    const state = sent.toString();
    sending?.abort();
    sending = new AbortController();
    try {
      const address = take ? `${page.autosave}?take` : page.autosave;
      const answer = await fetch(address, { method: "POST", body: withToken(sent), redirect: "manual", signal: sending.signal });
      if (!answer.ok) {
        resting = Date.now() + REST;
        settled = answer.status < 500 && answer.type !== "opaqueredirect" ? state : settled;
        await refuse(answer);
        return;
      }
      [settled, held] = [state, false];
      if (body().toString() === state) dropLocal(page);
      say(page.words.saved.replace("{}", now()));
    } catch (error) {
      if (error.name === "AbortError") return;
      resting = Date.now() + REST;
      keepHere(page.words.local);
    }
  };

  const look = () => {
    const state = body().toString();
    if (!touched) settled = state;
    if (leaving || state === settled) return false;
    keepLocal(page, state);
    return true;
  };

  const leave = () => {
    if (!look() || held) return;
    const state = body();
    if (state.toString().length < MOST_AT_LEAVING) navigator.sendBeacon(page.autosave, withToken(state));
  };

  for (const event of ["keydown", "input", "pointerdown", "paste", "drop"]) {
    form.addEventListener(event, () => { touched = true; }, { once: true, capture: true });
  }
  settled = body().toString();
  const lookAndSend = () => { if (look() && Date.now() > resting) send(); };
  setInterval(lookAndSend, LOOK_EVERY);
  form.addEventListener("focusout", lookAndSend);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
  window.addEventListener("pagehide", leave);
  form.addEventListener("submit", () => {
    if (touched || form.elements.draft_key.value !== page.key) keepLocal(page, body());
    renewToken();
    leaving = true;
    sending?.abort();
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });
}
