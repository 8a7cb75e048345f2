{% load static %}// Keeps the visit form for where there is no signal, and what was typed there until it arrives. It keeps no other page.

import { all, keepPosted } from "{% static 'js/phone/store.js' %}";
import { sync } from "{% static 'js/phone/sync.js' %}";

const PAGE = "{% url 'visits:phone-detail' %}";
const KEPT = "phone";
const ASSETS = /(?:href|src)="([^"]*\/static\/[^"]+)"/g;

// The page and all that it names, as they are now; what it names no longer goes.
async function refresh() {
  const answer = await fetch(PAGE, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) throw new Error(`The form answered ${answer.status}.`);
  const page = await answer.clone().text();
  const wanted = [...page.matchAll(ASSETS)].map((found) => new URL(found[1], location).href);
  const kept = await caches.open(KEPT);
  const held = (await kept.keys()).map((request) => request.url);
  await kept.addAll(wanted.filter((url) => !held.includes(url)));
  await kept.put(PAGE, answer);
  const old = held.filter((url) => !wanted.includes(url) && url !== new URL(PAGE, location).href);
  await Promise.all(old.map((url) => kept.delete(url)));
}

self.addEventListener("install", (event) => event.waitUntil(refresh().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(start()));
self.addEventListener("message", (event) => event.data === "refresh" && event.waitUntil(refresh().catch(() => {})));
// Where the phone can: when the signal is back, even with the portal closed.
self.addEventListener("sync", (event) => event.waitUntil(sendAlone()));

// Not from under the fingers of somebody who is typing: the page they see says that there is signal.
async function sendAlone() {
  const seen = await self.clients.matchAll({ type: "window" });
  if (!seen.some((one) => one.visibilityState === "visible" && new URL(one.url).pathname === PAGE)) await sent();
}

// The phone tries again later where this fails.
async function sent() {
  if ((await sync()) === "no-signal") throw new Error("The signal went again.");
}

async function start() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(opened(event));
  else if (request.mode === "navigate" && request.method === "POST") posted(event, url.pathname);
  else if (request.method === "GET" && url.pathname.includes("/static/")) event.respondWith(asset(request));
});

async function opened(event) {
  // What is over its time goes, whichever page is opened.
  event.waitUntil(all().catch(() => {}));
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

// Words sent while the signal went: they are kept, and the page that the phone keeps goes on from there.
function posted(event, path) {
  const found = path.match(/^\/visits\/([0-9a-f-]{36})\/(?:form\/([a-z-]+)|(points)\/new|(submit))\/$/);
  if (!found) return;
  const [, visit, part, points, submit] = found;
  const copy = event.request.clone();
  event.respondWith(
    fetch(event.request).catch(async () => {
      const form = await keepPosted(visit, part ?? points ?? submit, await copy.formData());
      if (!form) return Response.error();
      await self.registration.sync?.register("visits").catch(() => {});
      return Response.redirect(`${PAGE}#${form.slot}/${part ?? points ?? "check"}/kept`, 303);
    }),
  );
}

async function asset(request) {
  return (await caches.match(request)) ?? fetch(request);
}
