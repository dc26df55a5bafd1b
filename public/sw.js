// Keeps the whole site on the device, so that it opens without a network.
//
// One build is one cache, filled completely or not at all: a page never meets files of another build.
// A new build waits until a page says `skip-waiting` (boot/updates.js: never while a session runs) or all windows are
// closed. The files of the build before stay as long as a window uses them.
// This file's address never changes, and it is asked for anew each time. How to take it back: docs/updates.md.

const BUILD = "{{build}}";

// Every file of this build, by its address from here; before it the beginning of its SHA-256, where the name does not
// tell it.
const FILES = "{{files}}".split(";").map((line) => {
  const [path, hash] = line.split(" ").reverse();
  return { path, hash: hash ?? path.match(/-([0-9a-f]{12})\.\w+$/)[1], isNamed: !hash };
});

// The types without which a browser refuses a file, or misreads it. Some hosts still use the older name for scripts.
const TYPES = {
  html: /^text\/html$/,
  css: /^text\/css$/,
  js: /^(text|application)\/javascript$/,
  wasm: /^application\/wasm$/,
  svg: /^image\/svg\+xml$/,
};

const HERE = new URL("./", self.location).href;
// Other sites may share our origin: only what has our own address in its name is ours.
const OURS = `evenkeel ${HERE} `;
const USES = `${OURS}uses `;
const CACHE = OURS + BUILD;
// How a host packed a file on its way here does not matter any more.
const ANY = { ignoreVary: true };
const LISTED = new Set(FILES.map(({ path }) => HERE + path));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") event.waitUntil(self.skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  const address = bare(request.url);
  if (request.mode === "navigate") event.respondWith(page(request).catch(() => fetch(request)));
  else if (LISTED.has(address) || address.startsWith(`${HERE}assets/`)) event.respondWith(kept(request));
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

async function keep(cache, { path, hash, isNamed }) {
  const url = HERE + path;
  // A file named by its content may come from the build before; anything else comes from the network.
  const known = isNamed && (await caches.match(url, ANY));
  if (known && (await hashed(known)).startsWith(hash)) return cache.put(url, known);
  const answer = await fetch(url, { cache: "reload", credentials: "same-origin" });
  const said = (answer.headers.get("content-type") ?? "").split(";")[0].trim();
  const type = TYPES[path.match(/\.(\w+)$/)?.[1] ?? "html"];
  if (!answer.ok || answer.redirected || (type && !type.test(said))) throw new Error(`${url}: ${answer.status} ${said}`);
  if (!(await hashed(answer)).startsWith(hash)) throw new Error(`${url}: not the file of build ${BUILD}`);
  return cache.put(url, answer);
}

async function hashed(answer) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function takeOver() {
  const isFirst = (await ours()).every((name) => name === CACHE);
  await tidy();
  // Windows that have no worker may have the first; those of an earlier build are moved to this one by the browser.
  if (isFirst) await self.clients.claim();
}

// Deletes the files of earlier builds that no window uses any more. Each window says what it uses by a lock with the name
// of the script that started it (boot/updates.js).
async function tidy() {
  const names = (await ours()).filter((name) => name !== CACHE);
  const { installing, waiting } = self.registration;
  // What is on its way is not to be taken for what is left over.
  if (!names.length || installing || waiting || !self.navigator.locks) return;
  const { held } = await self.navigator.locks.query();
  const used = held.map(({ name }) => name).filter((name) => name.startsWith(USES));
  const scripts = used.map((name) => name.slice(USES.length)).filter((script) => !LISTED.has(script));
  for (const name of names) {
    const cache = await caches.open(name);
    const found = await Promise.all(scripts.map((script) => cache.match(script, ANY)));
    if (!found.some(Boolean)) await caches.delete(name);
  }
}

// The page of this address, with or without the final slash. What is not a page of ours may be another site's below our
// address, or nobody's: the network knows; without one it is the start page.
async function page(request) {
  const cache = await caches.open(CACHE);
  const address = bare(request.url).replace(/index\.html$/, "").replace(/\/*$/, "/");
  const ready = await cache.match(address, ANY);
  if (ready) return ready;
  // Somebody who opens a file such as robots.txt means that file.
  if (/\.\w+\/$/.test(address)) return kept(request);
  const answer = await fetch(request).catch(() => undefined);
  const isSome = answer && (answer.ok || answer.type === "opaqueredirect");
  return isSome ? answer : ((await cache.match(HERE, ANY)) ?? answer ?? Response.error());
}

// A file of this build, or of an earlier one that a window still uses.
async function kept(request) {
  const url = bare(request.url);
  const cache = await caches.open(CACHE);
  return (await cache.match(url, ANY)) ?? (await caches.match(url, ANY)) ?? fetch(request);
}
