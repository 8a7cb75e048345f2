// The visit form without signal: a part at a time, kept at every step, sent when the signal is back.

import { all, change, get, hasWords, remove, write } from "./store.js";
import { sync, whoIsThere } from "./sync.js";
import { fill, link, row, wordsIn } from "./views.js";

const page = document.querySelector("[data-phone]");
const find = (name, within = page) => within.querySelector(`[data-${name}]`);
const parts = [...page.querySelectorAll("[data-view=part]")];
const order = parts.map((section) => section.dataset.part);
const sendsAlone = "sync" in (globalThis.ServiceWorkerRegistration?.prototype ?? {});
const SIGN_IN = `/account/sign-in/?next=${encodeURIComponent("/visits/phone/")}`;
const PAUSE = 400; // milliseconds after the last key

let here = {}; // {form, step, shown}: shown is what stood in the boxes of this part
let timer;

// Which form and step the address names; a page of the portal that could not be opened leads to its own step.
async function place() {
  const [slot, step, kept] = location.hash.slice(1).split("/");
  const form = slot && slot !== "list" ? await get(slot) : await formOfPage();
  if (!form || form.isLocked) return { step: "list" };
  const named = step ?? location.pathname.match(/\/form\/([a-z-]+)\/$/)?.[1] ?? "visit";
  if (kept && named !== "check" && named !== "points") return { form, step: after(named), kept };
  return { form, step: named === "check" || order.includes(named) ? named : "visit", kept };
}

async function formOfPage() {
  const visit = location.pathname.match(/^\/visits\/([0-9a-f-]{36})\//)?.[1];
  return location.hash || !visit ? null : (await all()).find((form) => form.visit === visit);
}

const after = (step) => order[order.indexOf(step) + 1] ?? "check";
const before = (step) => (step === "check" ? order.at(-1) : order[order.indexOf(step) - 1]);

async function show({ isFirst = false } = {}) {
  here = await place();
  const { form, step } = here;
  for (const section of page.querySelectorAll("[data-view]")) {
    section.hidden = (section.dataset.part ?? section.dataset.view) !== step;
  }
  const section = page.querySelector("[data-view]:not([hidden])");
  if (step === "list") await list();
  else lay(section, form, step);
  document.title = `${section.querySelector("h1").textContent} – Visits on this phone`;
  if (!isFirst) {
    section.querySelector("h1").tabIndex = -1;
    section.querySelector("h1").focus();
    scrollTo(0, 0);
  }
}

function lay(section, form, step) {
  const kept = hasWords(form) ? " Kept on this phone." : "";
  const begun = form.visit ? " What you leave empty here changes nothing in the portal." : "";
  find("place", section).textContent = `${form.alias}.${kept}${begun}`;
  const back = find("back", section);
  back.hidden = !before(step);
  back.hash = `${form.slot}/${before(step)}`;
  if (step === "check") return missing(section, form);
  fill(section.querySelector("[data-part-form] form"), form.parts[step]);
  here.shown = form.parts[step];
  if (step === "points") points(section, form);
  problems(section, form, step);
}

function problems(section, form, step) {
  section.querySelectorAll(".app-refused").forEach((one) => one.remove());
  for (const [part, name, sentence] of form.said?.problems ?? []) {
    if (part !== step) continue;
    const box = section.querySelector(`[name="${name}"], [name^="${name}_"]`);
    const said = Object.assign(document.createElement("p"), { className: "app-refused", textContent: sentence });
    (box?.closest(".govuk-form-group") ?? find("part-form", section)).before(said);
  }
}

// What has to be answered before a report is sent, and is not answered here.
function missing(section, form) {
  const rows = parts.flatMap((part) =>
    [...part.querySelectorAll("[data-needed]")]
      .filter((one) => !isAnswered(form.parts[part.dataset.part] ?? {}, one.dataset.needed))
      .map((one) => [part.dataset.part, one.textContent]),
  );
  find("missing", section).hidden = !rows.length;
  find("missing-rows", section).replaceChildren(
    ...rows.map(([slug, asks]) => {
      const item = document.createElement("li");
      item.append(link(asks, `#${form.slot}/${slug}`));
      return item;
    }),
  );
}

// A day has three boxes: its name and their numbers.
const isAnswered = (words, name) => name in words || `${name}_0` in words;

function points(section, form) {
  const template = document.querySelector("[data-point-row]");
  find("no-points", section).hidden = form.points.length > 0;
  find("points", section).replaceChildren(
    ...form.points.map((point) => {
      const item = template.content.cloneNode(true);
      find("title", item).textContent = point.title;
      item.querySelector("button").addEventListener("click", async () => {
        await write(form.slot, (one) => (one.points = one.points.filter(({ id }) => id !== point.id)));
        await show();
      });
      return item;
    }),
  );
}

async function list() {
  const forms = await all();
  find("none").hidden = forms.length > 0;
  find("rows").replaceChildren(...forms.map((form) => row(document.querySelector("[data-row]"), form, settle)));
}

// Two versions of one draft, or words that the portal does not take: their author says what becomes of them.
async function settle(verb, form) {
  if (verb === "delete") {
    if (!confirm(`Delete what you typed about ${form.alias} on this phone?`)) return;
    await remove(form.slot);
  } else {
    await change(form.slot, (one) => Object.assign(one, { version: form.said.version, said: null }));
  }
  await look();
}

async function keepTyped() {
  clearTimeout(timer);
  const { form, step } = here;
  const typed = page.querySelector(`[data-part="${step}"] [data-part-form] form`);
  if (!form || !typed) return;
  const words = wordsIn(typed) ?? {};
  const shown = here.shown ?? {};
  const news = [...Object.keys(words), ...Object.keys(shown)].filter((name) => words[name] !== shown[name]);
  if (!news.length) return;
  here.shown = words;
  here.form = await write(form.slot, (one) => (one.parts = mended(one.parts, step, words, news)));
}

// Only boxes that were changed here: another tab may have the same part open.
function mended(parts, step, words, news) {
  const part = { ...parts[step] };
  for (const name of news) {
    if (name in words) part[name] = words[name];
    else delete part[name];
  }
  const { [step]: _, ...others } = parts;
  return Object.keys(part).length ? { ...others, [step]: part } : others;
}

function go(slot, step) {
  if (location.hash === `#${slot}/${step}`) show();
  else location.hash = `${slot}/${step}`;
}

// In the list everything is sent. Elsewhere nothing leaves from under the fingers of somebody who types.
async function look() {
  const isList = here.step === "list";
  const said = isList ? await sync() : await isThere();
  tell(said);
  if (isList) await list();
  else if (here.form && (await isClosed(here.form.slot))) await show();
}

// Somebody else is signed in here: what is on the screen is not theirs.
async function isClosed(slot) {
  const form = await get(slot);
  return !form || form.isLocked;
}

async function isThere() {
  try {
    return (await whoIsThere()) ? "signal" : "sign-in";
  } catch {
    return "no-signal";
  }
}

function tell(said) {
  find("connection").hidden = said !== "no-signal" && navigator.onLine;
  find("when").textContent = sendsAlone
    ? "It is sent by itself when the signal is back."
    : "This phone sends it when you open this page again with signal.";
  const box = find("said");
  box.hidden = !["sign-in", "signal"].includes(said) || (said === "signal" && !(here.form && hasWords(here.form)));
  if (said === "sign-in") box.replaceChildren("Sign in, and what is kept on this phone is sent. ", link("Sign in", SIGN_IN));
  if (said === "signal") box.replaceChildren("There is signal. ", link("Put what you typed into the portal", "#list"));
}

page.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(keepTyped, PAUSE);
});
addEventListener("pagehide", keepTyped);
addEventListener("visibilitychange", keepTyped);
addEventListener("hashchange", () => keepTyped().then(show).then(look));
addEventListener("online", look);
addEventListener("offline", look);

page.addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopPropagation();
  const { form, step } = here;
  const typed = event.target;
  if (typed.closest("[data-point-form]")) {
    const words = wordsIn(typed);
    find("half-a-point").hidden = Boolean(words?.title && words.saw && words.theme);
    if (!find("half-a-point").hidden) return typed.querySelector(`[name=${words?.title ? "saw" : "title"}]`).focus();
    await write(form.slot, (one) => one.points.push({ id: crypto.randomUUID(), ...words }));
    typed.reset();
    return show();
  }
  if (step !== "check") {
    await keepTyped();
    return go(form.slot, after(step));
  }
  const { is_private: isPrivate, names_explained: names } = typed.elements;
  find("unticked").hidden = isPrivate.checked;
  if (!isPrivate.checked) return isPrivate.focus();
  await write(form.slot, (one) => Object.assign(one, { send: true, isPrivate: true, names: names.value }));
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.sync?.register("visits").catch(() => {});
  location.hash = "list";
});

await show({ isFirst: true });
await look();
