// Keeps the whole site on the device, so that it opens without a network.
//
// One build is one cache, filled completely or not at all: a page never meets files of another build.
// A new build waits until the page says `skip-waiting`; a running workout is never changed under anybody's feet.
// This file's address never changes, and it is asked for anew each time.

const BUILD = "{{build}}";

// Every file of this build: its address from here, its type (where a wrong one would break the page), half of its SHA-256.
const FILES = {{files}};

const HERE = new URL("./", self.location).href;
// Other sites may share our origin: only caches with our own address in their name are ours.
const OURS = `evenkeel ${HERE} `;
const CACHE = OURS + BUILD;
// How a host packed a file on its way here does not matter any more.
const ANY = { ignoreVary: true };
const LISTED = new Set(FILES.map(([path]) => HERE + path));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (LISTED.has(bare(request.url))) event.respondWith(kept(request));
});

// An address without what only the page reads: the query and the fragment.
function bare(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

// All or nothing: when one file is not what the build made, this worker is not installed.
async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(cache, [path, type, hash]) {
  const url = HERE + path;
  // A file named by its content may come from the build before; anything else comes from the network.
  const known = path.startsWith("assets/") && (await caches.match(url));
  const answer = known || (await fetch(url, { cache: "reload", credentials: "same-origin" }));
  const said = (answer.headers.get("content-type") || "").split(";")[0].trim();
  // Some hosts still use the older name of the type of scripts.
  const kind = said.replace("application/javascript", "text/javascript");
  if (!answer.ok || answer.redirected || (type && kind !== type)) throw new Error(`${url}: ${answer.status} ${said}`);
  const bytes = await answer.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!found.startsWith(hash)) throw new Error(`${url}: not the file of build ${BUILD}`);
  await cache.put(url, answer);
}

async function takeOver() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const old = ours.filter((name) => name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // Pages of an earlier build keep the worker they started with; pages that have none may have this one.
  if (old.length === 0) await self.clients.claim();
}

// The page of this address, with or without the final slash; for an address without one, the start page.
async function page(request) {
  const cache = await caches.open(CACHE);
  const address = bare(request.url).replace(/index\.html$/, "").replace(/\/*$/, "/");
  // Somebody who opens a file such as robots.txt means that file.
  if (/\.\w+\/$/.test(address)) return kept(request);
  return (await cache.match(address, ANY)) || (await cache.match(HERE, ANY)) || fetch(request);
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(bare(request.url), ANY)) || fetch(request);
}
