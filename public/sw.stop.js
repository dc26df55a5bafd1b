// Takes the service worker back: published as `sw.js`, it removes itself and the files that were kept, and loads every
// window anew, from the network. What people have stored is not touched. A session that runs is waited for.
// When and how to publish it: docs/updates.md.

const HERE = new URL("./", self.location).href;
// As in sw.js. Other sites of this origin keep what is theirs.
const OURS = `evenkeel ${HERE} `;

self.addEventListener("install", (event) => event.waitUntil(wait()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function wait() {
  // Should it take longer than a browser waits for a worker: the browser asks again with the next visit.
  await self.navigator.locks?.request(`${OURS}session`, () => {});
  await self.skipWaiting();
}

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  // Where nothing was kept, windows have come from the network already, and would otherwise be loaded for ever.
  const windows = ours.length ? await self.clients.matchAll({ type: "window" }) : [];
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
  for (const each of windows) each.navigate(each.url).catch(() => each.postMessage("reload"));
}
