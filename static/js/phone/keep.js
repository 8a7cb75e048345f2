// On pages with signal: the form of each visit that one is to report is put on this phone, as an alias and questions.

import { hasWords, all, keep, keepOnly, onlyFor } from "./store.js";
import { sync } from "./sync.js";

const HOUR = 60 * 60 * 1000;
const list = document.querySelector("[data-person]");

async function register() {
  const had = navigator.serviceWorker.controller;
  const made = await navigator.serviceWorker.register("/service-worker.js", { scope: "/", type: "module" });
  const seen = Number(localStorage.getItem("phone-refreshed") ?? 0);
  if (!had || Date.now() - seen < HOUR) return;
  // The numbers to call stand on the page that is kept: they are never older than the last hour with signal.
  made.active?.postMessage("refresh");
  localStorage.setItem("phone-refreshed", String(Date.now()));
}

async function tell(person) {
  const waiting = (await all()).filter((form) => form.person === person && hasWords(form));
  list.querySelector("[data-waiting]").hidden = waiting.length === 0;
}

async function start() {
  const { person } = list.dataset;
  const named = [...list.querySelectorAll("[data-slot]")].map(({ dataset }) => dataset);
  await onlyFor(person);
  for (const { slot, alias, visit, version } of named) await keep({ slot, alias, person, visit, version: Number(version) });
  await keepOnly(person, named.map(({ slot }) => slot));
  await navigator.storage?.persist?.();
  await register();
  await sync();
  await tell(person);
}

// A browser that keeps nothing, as in a private window, has the form online all the same.
if (list && navigator.serviceWorker) start().catch(() => {});
