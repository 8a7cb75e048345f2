// Five small helps; every page works without them.

// The link to the menu at the foot becomes a button that opens the tabs under the header.
for (const link of document.querySelectorAll("[data-menu]")) {
  const menu = document.getElementById(link.dataset.menu);
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute("aria-controls", menu.id);
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(menu.classList.toggle("is-open")));
  });
  link.replaceWith(button);
  document.querySelector(link.hash).hidden = true;
}

// Filters and contents lie open where there is room.
for (const fold of document.querySelectorAll("[data-open-wide]")) {
  fold.open ||= window.matchMedia("(min-width: 56.25em)").matches;
}

// What is asked about a choice other than “open” unfolds with it.
for (const fold of document.querySelectorAll("[data-unfold]")) {
  fold.closest("form").addEventListener("change", ({ target }) => {
    if (target.name === fold.dataset.unfold) fold.open ||= target.value !== "open";
  });
}

// After a refused form, the keyboard starts at the list of what is wrong.
document.querySelector(".govuk-error-summary")?.focus();

// A second press of the same button does nothing for a while; the server counts one deed in any case.
const PATIENCE = 15000;

function free(form) {
  delete form.dataset.sent;
  form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(free, PATIENCE, form);
});
window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach(free));

// A long job: ask for the fragment again every 2 to 10 seconds, say each new step, stop when it names no address.
const SHORTEST = 2000;
const LONGEST = 10000;

const voice = document.createElement("div");
voice.className = "govuk-visually-hidden";
voice.setAttribute("role", "status");

function say(words) {
  if (words && voice.textContent !== words) voice.textContent = words;
}

async function fetched(url) {
  const answer = await fetch(url, { redirect: "manual" });
  if (answer.status >= 500) throw new Error(answer.statusText);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.body.firstElementChild;
}

async function follow(block, wait) {
  await new Promise((done) => setTimeout(done, wait));
  let next = block;
  try {
    next = await fetched(block.dataset.progressUrl);
  } catch {
    // The network or the server is away for a moment: keep asking.
  }
  // Signed out, or not ours any more: "Check again" says so in full.
  if (!next) return;
  const hadFocus = block.contains(document.activeElement);
  const wasIdle = document.activeElement === document.body;
  if (next !== block) block.replaceWith(next);
  if (!next.dataset.progressUrl) {
    if (hadFocus || wasIdle) next.focus();
    return say(next.querySelector("[data-said]")?.textContent);
  }
  if (hadFocus) next.querySelector("a")?.focus();
  say(next.querySelector("[aria-current] .app-step__name")?.textContent);
  return follow(next, Math.min(wait * 1.15, LONGEST));
}

const running = document.querySelector("[data-progress-url]");
if (running) {
  document.body.append(voice);
  follow(running, SHORTEST);
}
