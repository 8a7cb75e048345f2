// How a form on the phone looks: what was typed in its boxes, and how it stands in the list.

import { hasWords } from "./store.js";

// {field: text} of what is filled in, or nothing.
export function wordsIn(form) {
  const filled = [...new FormData(form)].filter(([name, said]) => name && said.trim());
  return filled.length ? Object.fromEntries(filled) : null;
}

export function fill(form, words = {}) {
  form.reset();
  for (const box of form.elements) {
    if (!box.name) continue;
    if (box.type === "radio") box.checked = words[box.name] === box.value;
    else if (box.type !== "hidden") box.value = words[box.name] ?? "";
  }
}

const day = (moment) => new Date(moment).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

// [tag, its tone, sentences] of a form.
export function standing(form) {
  if (form.isLocked) return ["Signed out", "due", [`Sign in to go on with it. It is deleted on ${day(form.dropAt)}.`]];
  switch (form.said?.state) {
    case "sent":
      return ["Sent", "ok", ["The report is sent. Nothing of it is left on this phone."]];
    case "unsent":
      return ["Not sent yet", "due", ["It arrived, and is kept as your draft. It is not sent yet.", ...form.said.words]];
    case "stale":
      return ["Two versions", "due", ["Your draft in the portal says something else. Nothing was changed there."]];
    case "refused":
      return ["To be corrected", "due", form.said.problems.map(([, , sentence]) => sentence)];
    case "closed":
      return ["Not taken", "due", [...form.said.words, "Your words are still on this phone."]];
  }
  if (form.send || form.sending?.send) return ["Waits for signal", "due", ["It is sent as soon as there is signal."]];
  if (hasWords(form)) return ["On this phone", "due", ["Typed here, and not in the portal yet."]];
  if (form.said?.state === "kept") return ["In the portal", "ok", ["What you typed is kept there as your draft."]];
  if (form.visit) return ["Begun", "neutral", ["What you wrote in the portal stays there. Here you can go on without signal."]];
  return ["Not begun", "neutral", ["Ready to be filled in without signal."]];
}

// What can be done about it: [label, what, address] each.
export function verbs(form) {
  if (form.isLocked) return [];
  const { state, url, problems = [] } = form.said ?? {};
  const remove = ["Delete it from this phone", "delete", ""];
  if (state === "stale") return [["Put what this phone has in its place", "overwrite", ""], remove];
  if (state === "closed") return [remove];
  if (state === "refused") return problems.slice(0, 1).map(([part]) => ["Correct it", "", `#${form.slot}/${part || "visit"}`]);
  if (state === "unsent" || state === "kept") return url ? [["Go on in the portal", "", url]] : [];
  return state === "sent" && url ? [["Read the report", "", url]] : [];
}

export function row(template, form, onVerb) {
  const item = template.content.cloneNode(true);
  const find = (name) => item.querySelector(`[data-${name}]`);
  const [tag, tone, sentences] = standing(form);
  const open = find("open");
  open.textContent = form.isLocked ? "A form of somebody who signed out" : form.alias;
  if (!form.isLocked && form.said?.state !== "sent") open.href = `#${form.slot}/${Object.keys(form.parts).at(-1) ?? "visit"}`;
  find("state").classList.add(`app-tag--${tone}`);
  find("state").querySelector("use").setAttribute("href", `#icon-${tone}`);
  find("state").append(tag);
  find("words").textContent = sentences.join(" ");
  const able = verbs(form).map(([label, verb, address]) => (verb ? button(label, () => onVerb(verb, form)) : link(label, address)));
  if (able.length) find("verbs").replaceChildren(...able);
  else find("verbs").remove();
  return item;
}

function button(label, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.className = "govuk-button govuk-button--secondary";
  made.addEventListener("click", press);
  return made;
}

export function link(label, address) {
  return Object.assign(document.createElement("a"), { textContent: label, href: address });
}
