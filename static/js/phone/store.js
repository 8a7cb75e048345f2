// What a phone keeps of visits: an alias, a key and the words that were typed, until they have arrived.
//
// A form: { slot, alias, person, key, version, visit, parts: {slug: {field: text}}, points: [{id, title, …}], send,
// sending, said, touchedAt, dropAt, isLocked }. `sending` is what was sent and not yet answered: it is sent again just
// as it was, so that the portal can tell a repetition from news.

const DAY = 24 * 60 * 60 * 1000;
const KEEP_DAYS = 28; // as long as the portal keeps a draft

function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function forms(mode, use) {
  const opening = indexedDB.open("visits", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("forms", { keyPath: "slot" });
  const base = await asked(opening);
  try {
    const deed = base.transaction("forms", mode);
    const ended = new Promise((done, failed) => {
      deed.oncomplete = done;
      deed.onerror = deed.onabort = () => failed(deed.error);
    });
    const result = await use(deed.objectStore("forms"));
    await ended;
    return result;
  } finally {
    base.close();
  }
}

export const isWritten = (form) => Object.keys(form.parts).length + form.points.length > 0 || form.send;
export const hasWords = (form) => isWritten(form) || form.sending !== null;

// All forms, what is due to go gone.
export async function all() {
  const now = Date.now();
  return forms("readwrite", async (store) => {
    const found = await asked(store.getAll());
    found.filter((form) => form.dropAt <= now).forEach((form) => store.delete(form.slot));
    return found.filter((form) => form.dropAt > now);
  });
}

export const get = (slot) => forms("readonly", (store) => asked(store.get(slot)));
export const remove = (slot) => forms("readwrite", (store) => asked(store.delete(slot)));

// Read, change and write in one transaction, so that two tabs lose nothing of each other.
export async function change(slot, how) {
  return forms("readwrite", async (store) => {
    const form = await asked(store.get(slot));
    if (!form) return null;
    how(form);
    await asked(store.put(form));
    return form;
  });
}

// The same for words that somebody typed: they are kept for their whole time from now on.
export async function write(slot, how) {
  return change(slot, (form) => {
    how(form);
    form.touchedAt = Date.now();
    form.dropAt = form.touchedAt + KEEP_DAYS * DAY;
    form.said = null;
  });
}

// Who is signed in is known: their forms are open to them, and words of others are shown to nobody until those come back.
export async function onlyFor(person) {
  return forms("readwrite", async (store) => {
    for (const form of await asked(store.getAll())) {
      const isOwn = form.person === person;
      if (!isOwn && !hasWords(form)) store.delete(form.slot);
      else if (form.isLocked === isOwn) {
        if (isOwn && form.isLeaving) Object.assign(form, { isLeaving: false, dropAt: Date.now() + KEEP_DAYS * DAY });
        store.put({ ...form, isLocked: !isOwn });
      }
    }
  });
}

// A form that the portal told of. What is known of it is renewed; what was typed stays as it is.
export async function keep({ slot, alias, person, version, visit }) {
  return forms("readwrite", async (store) => {
    const held = await asked(store.get(slot));
    const form = held ?? {
      slot,
      key: crypto.randomUUID(),
      parts: {},
      points: [],
      send: false,
      sending: null,
      said: null,
      isLocked: false,
      touchedAt: Date.now(),
    };
    if (held && held.person !== person && hasWords(held)) return;
    Object.assign(form, { alias, person, visit });
    if (!hasWords(form)) Object.assign(form, { version, dropAt: Date.now() + KEEP_DAYS * DAY });
    // Sent, and named again: it came back to be amended.
    if (form.said?.state === "sent") form.said = null;
    await asked(store.put(form));
  });
}

// Forms of `person` which the portal does not name any more go, unless words are in them.
export async function keepOnly(person, slots) {
  const held = await all();
  const over = held.filter((form) => form.person === person && !slots.includes(form.slot) && !hasWords(form));
  await Promise.all(over.map((form) => remove(form.slot)));
}

// What a page with signal posted in vain. Returns the form, or nothing where this phone was never told of the visit.
export async function keepPosted(visit, step, posted) {
  const form = (await all()).find((one) => one.visit === visit);
  if (!form) return null;
  const words = Object.fromEntries(posted);
  delete words.csrfmiddlewaretoken;
  const version = Number(words.version ?? form.version);
  delete words.version;
  return write(form.slot, (one) => {
    if (!hasWords(one)) one.version = version;
    const { is_private: isPrivate = "", names_explained: names = "" } = words;
    if (step === "submit") Object.assign(one, { send: true, isPrivate: isPrivate !== "", names });
    else if (step === "points" && "title" in words) one.points.push({ id: crypto.randomUUID(), ...words });
    else one.parts[step] = words;
  });
}

// Signing out: `hours` more for what is not sent, or nothing of it; forms without words go. Words of others stay as long
// as those said.
export async function leave(hours) {
  for (const form of await all()) {
    if (form.isLocked) continue;
    if (!hours || !hasWords(form)) await remove(form.slot);
    else
      await change(form.slot, (one) => {
        Object.assign(one, { isLocked: true, isLeaving: true, dropAt: Date.now() + (hours * DAY) / 24 });
      });
  }
}
