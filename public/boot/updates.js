// Newer versions: looked for, offered when no session runs in any window, and taken when the person says so.
//
// Windows know of each other through two kinds of locks, which the browser lets go of by itself when a window is closed
// or breaks: one says that a session runs here, one whose files this window uses. The service worker (sw.js) reads the
// second kind before it deletes anything. A browser without locks keeps the version it has until all windows are closed.
//
// No window is ever reloaded because of what happens in another.

export const base = new URL("./", document.baseURI).href;

// As in sw.js.
const OURS = `evenkeel ${base} `;
const SESSION = `${OURS}session`;
const HOUR = 3_600_000;

const { serviceWorker: worker, locks } = navigator;

let registration;
let checked = Date.now();
let asked = false;
let told = () => {};
let over;

// `then` hears what is new, as paragraphs, when a newer version can be had; nothing when it no longer can.
export const hear = (then) => (told = then);

// Whether a session runs in this window.
export const busy = (is) => {
  over?.();
  over = undefined;
  if (!is) return;
  const ended = new Promise((resolve) => (over = resolve));
  locks?.request(SESSION, { mode: "shared" }, () => ended);
};

// Says that this window uses its files, and hears of other windows.
export const join = () => {
  locks?.request(`${OURS}uses ${import.meta.url}`, { mode: "shared" }, () => new Promise(() => {}));
  // A session that another window has ended is none in this one.
  addEventListener("storage", ({ key, newValue }) => key === "evenkeel:1:live" && newValue === null && busy(false));
};

const ours = async () => ((await globalThis.caches?.keys()) ?? []).filter((name) => name.startsWith(OURS));

// The lines of the newest version's news that the version in this window does not have.
const news = async () => {
  const read = async (name) => {
    const cache = await caches.open(name);
    const lines = (await (await cache.match(`${base}news.txt`))?.text())?.split("\n") ?? [];
    return { lines, isMine: !!(await cache.match(import.meta.url)) };
  };
  // In the order in which they came.
  const all = await Promise.all((await ours()).map(read));
  const known = new Set(all.filter(({ isMine }) => isMine).flatMap(({ lines }) => lines));
  return (all.at(-1)?.lines ?? []).filter((line) => !known.has(line)).join("\n\n");
};

// What is done about a newer version, once no session runs anywhere.
let act = async () => told(await news());
const offer = () => locks?.request(SESSION, () => {}).then(() => act());

// Lets the newer version take over, if no session runs; else it is offered again when that is over.
export const take = () =>
  locks?.request(SESSION, { ifAvailable: true }, (free) => {
    if (!free) {
      told(null);
      offer();
    } else if (registration?.waiting) {
      asked = true;
      registration.waiting.postMessage("skip-waiting");
    } else {
      // Another window has let it take over already.
      location.reload();
    }
  });

const check = () => {
  checked = Date.now();
  return registration.update().catch(() => {});
};

const watch = (found) => {
  registration = found;
  const look = () => registration.waiting && registration.active && offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
};

const follow = () => {
  let led = worker.controller;
  worker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // The very first worker changes nothing for a page that came from the network.
    else if (led) offer();
    led = worker.controller;
  });
  // What takes the worker back (sw.stop.js) asks this of windows that it cannot move itself.
  worker.addEventListener("message", ({ data }) => data === "reload" && location.reload());
};

// Puts the worker in place. Called once, after the first paint, so that it does not compete with it.
export const install = async () => {
  // Absent in private windows of Firefox and on addresses without encryption.
  if (!worker) return;
  follow();
  try {
    watch(await worker.register("sw.js", { updateViaCache: "none" }));
  } catch {
    return; // Not kept this time; everything else works.
  }
  registration.active?.postMessage("tidy");
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !over && Date.now() - checked > HOUR) check();
  });
};

const registered = async () => {
  const found = await worker?.getRegistration(base);
  // Another site's, above ours, is none of our business.
  return found?.scope === base ? found : undefined;
};

// For a version that does not work: a newer one is looked for at once, and taken.
export const recover = async () => {
  const found = await registered();
  if (!found) return;
  act = take;
  asked = true;
  if (!registration) {
    follow();
    watch(found);
  }
  await check();
  if (registration.waiting) offer();
};

// Takes the worker and the files that it keeps away. What is stored stays.
export const forget = async () => {
  for (const name of await ours()) await caches.delete(name);
  await (await registered())?.unregister();
};
