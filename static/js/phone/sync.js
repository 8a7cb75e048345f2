// Sends what is kept on the phone. Whatever happens on the way, the same words are sent again until an answer is heard.

import { all, change, hasWords, isWritten, onlyFor } from "./store.js";

const PORTAL = "/account/phone/";
const PATIENCE = 20000; // milliseconds for an answer

async function ask(url, more = {}) {
  return fetch(url, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...more });
}

// { token, person } of whoever is signed in, or null.
export async function whoIsThere() {
  const answer = await ask(PORTAL, { headers: { Accept: "application/json" } });
  if (answer.status >= 500) throw new Error(`The portal answered ${answer.status}.`);
  if (!answer.ok) return null;
  const there = await answer.json();
  await onlyFor(there.person);
  return there;
}

// One at a time, from however many tabs: "sent", "nothing", "no-signal" or "sign-in".
export function sync() {
  const lone = navigator.locks?.request.bind(navigator.locks, "visits") ?? ((deed) => deed());
  return lone(async () => {
    try {
      return await sendAll();
    } catch {
      return "no-signal";
    }
  });
}

async function sendAll() {
  if (!(await all()).length) return "nothing";
  const there = await whoIsThere();
  const waiting = (await all()).filter((form) => hasWords(form) && !needsAnswer(form));
  if (!waiting.length) return "nothing";
  if (!there) return "sign-in";
  const own = waiting.filter((form) => form.person === there.person);
  const outcomes = await Promise.allSettled(own.map((form) => sendOne(form.slot)));
  if (outcomes.some(({ status }) => status === "rejected")) return "no-signal";
  return own.length ? "sent" : "sign-in";
}

// Refused or in conflict: it waits for its author, not for signal.
export const needsAnswer = (form) => form.said !== null && ["stale", "refused", "closed", "unsent"].includes(form.said.state);

// What was on the way when the signal went, first; then what was written meanwhile.
async function sendOne(slot) {
  for (;;) {
    const form = await change(slot, (one) => (one.sending ??= isWritten(one) ? packed(one) : null));
    if (!form?.sending) return;
    const there = await whoIsThere();
    if (there?.person !== form.person) return;
    const answer = await ask(`${PORTAL}${slot}/`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": there.token },
      body: JSON.stringify({ ...form.sending, key: form.key }),
    });
    // A server that is being restarted, or a sign-in that just ended: ask again later.
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error("No answer of the portal’s.");
    const said = await answer.json();
    const now = await change(slot, (one) => take(one, said));
    if (!now || now.said?.state !== "kept" || !isWritten(now)) return;
  }
}

function packed({ version, parts, points, send, isPrivate, names }) {
  const ids = points.map((point) => point.id);
  const said = points.map(({ id: _, ...words }) => words);
  return structuredClone({ version, parts, points: said, ids, send, is_private: isPrivate, names_explained: names });
}

const isTaken = ({ state }) => ["kept", "sent", "unsent"].includes(state);
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// What the portal has goes from the phone. What it has not, stays; so does what its author can change here alone.
function take(form, said) {
  const { sending } = form;
  form.sending = null;
  form.said = said;
  // That it is to be sent may have been said while something else was on the way.
  if (sending.send) form.send = false;
  if (!isTaken(said)) return;
  form.version = said.version;
  if (said.state === "unsent" && !said.url) return;
  for (const [slug, words] of Object.entries(sending.parts)) {
    if (isSame(form.parts[slug], words)) delete form.parts[slug];
  }
  form.points = form.points.filter((point) => !sending.ids.includes(point.id));
}
