// Signing out while something is kept on this phone that is not sent: it is sent, kept for a day, or deleted.

import { all, hasWords, leave } from "./store.js";
import { whoIsThere } from "./sync.js";

const HOURS = 24;
const panel = document.querySelector("[data-unsent]");
const plain = document.querySelector("[data-sign-out]");
const form = plain.querySelector("form");

async function start() {
  await whoIsThere().catch(() => {});
  const unsent = (await all()).filter((one) => hasWords(one) && !one.isLocked);
  if (!unsent.length) return;
  panel.querySelector("[data-which]").textContent = unsent.map((one) => one.alias).join(", ");
  panel.hidden = false;
  plain.hidden = true;
  panel.querySelector("[data-keep]").addEventListener("click", () => go(HOURS));
  panel.querySelector("[data-delete]").addEventListener("click", () => confirm("Delete what is not sent from this phone?") && go(0));
}

async function go(hours) {
  await leave(hours);
  form.requestSubmit();
}

// Nothing is asked where nothing waits: forms without words go with the sign-in.
form.addEventListener("submit", (event) => {
  if (!panel.hidden) return;
  event.preventDefault();
  leave(HOURS).finally(() => form.submit());
});

start().catch(() => {});
