// What happens when the program does not start or breaks, and the line for when it takes long.
//
// A program that breaks begins anew, once: whatever was done is kept at every step, and a browser that went astray (WebKit
// does, once in some hundred pages) does not do so again. One that breaks again at once, or does not even start, leaves a
// plain page.
// Its words are in index.html. Nothing stored is changed by anything here, with one exception that says so on its button:
// a session that cannot be resumed is set aside.

import { base, busy, forget, recover } from "./updates.js";

// Slow is not broken: on a bad network the start may take this long, in milliseconds, before anything is said.
const PATIENCE = 15_000;

const OURS = "evenkeel:";
const LIVE = "evenkeel:1:live";
const TOLD = "evenkeel:1:told";
const ASIDE = "evenkeel:bad:";

// When the program began anew, and where it had been broken.
const ANEW = "evenkeel.anew";
// Broken again within so many milliseconds, it would break once more.
const SOON = 60_000;

const page = document.getElementById("trouble");
const slow = document.getElementById("slow");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const patience = setTimeout(() => (slow.hidden = false), PATIENCE);

// What the program is made of, to be asked for anew.
let files = [];

// Storage may be forbidden: then there is nothing to lose.
const stored = () => {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(OURS));
  } catch {
    return [];
  }
};

const deeds = {
  reload: () => location.reload(),

  // The same text as the backup in the settings (src/store.rs).
  save() {
    const lines = stored().filter(([key]) => ![LIVE, TOLD].includes(key)).map(([key, text]) => `${key}=${text}\n`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines.sort(), { type: "text/plain;charset=utf-8" }));
    link.download = "evenkeel-backup.txt";
    link.click();
  },

  async reset() {
    await forget();
    // The browser's own store may hold a damaged copy as well.
    await Promise.allSettled([location.href, ...files].map((file) => fetch(file, { cache: "reload" })));
    location.reload();
  },

  // Done by the next page, before its program starts: what is left of this one may still write.
  aside() {
    sessionStorage.setItem(ASIDE, LIVE);
    location.reload();
  },
};

// Puts the session away that the page before this one was asked to set aside.
export const putAside = () => {
  try {
    const session = sessionStorage.getItem(ASIDE) && localStorage.getItem(LIVE);
    sessionStorage.removeItem(ASIDE);
    if (!session) return;
    // What was put away before stays; and there may be no room for both.
    let [key, nth] = [ASIDE + LIVE, 2];
    while (localStorage.getItem(key) !== null) key = `${ASIDE}${LIVE}:${nth++}`;
    localStorage.removeItem(LIVE);
    try {
      localStorage.setItem(key, session);
    } catch {
      localStorage.setItem(LIVE, session);
    }
  } catch {
    // Nothing is kept here, and so nothing is to be put away.
  }
};

page.addEventListener("click", ({ target }) => deeds[target.dataset.part]?.());

// The program stands.
export const started = () => {
  clearTimeout(patience);
  slow.hidden = true;
};

// A page that is being left may break as it goes, which is of no matter unless somebody comes back to it.
let isLeaving = false;
let isGone = false;
let left;
addEventListener("pagehide", () => (isGone = true));
addEventListener("pageshow", () => {
  isGone = false;
  if (left) broken(...left);
});

// Whether the page is loaded again instead of giving up. Where that cannot be noted, it could go on for ever.
const beginsAnew = (place) => {
  try {
    const before = Number.parseInt(sessionStorage.getItem(ANEW), 10);
    if (Math.abs(Date.now() - before) < SOON) return false;
    sessionStorage.setItem(ANEW, `${Date.now()} ${place}`);
    isLeaving = true;
    location.reload();
    return true;
  } catch {
    return false;
  }
};

// The program is broken at this place; or it did not start, and is made of these files.
export const broken = (place, program = []) => {
  if (isGone) left = [place, program];
  if (isGone || isLeaving || !page.hidden || (!program.length && beginsAnew(place))) return;
  started();
  busy(false);
  files = program;
  document.getElementById("app").replaceChildren();
  const keys = stored().map(([key]) => key);
  part("save").hidden = !keys.length;
  for (const name of ["session", "aside", "aside-about"]) part(name).hidden = !keys.includes(LIVE);
  part("place").textContent = [place, import.meta.url.slice(base.length), navigator.userAgent].join(" · ");
  page.hidden = false;
  const title = page.querySelector("h1");
  document.title = title.textContent;
  title.focus();
  recover();
};

// Some breaks are too deep for the program to say anything itself; where it was then stands in the first lines of the stack.
const STACK = 300;
const deep = (error) =>
  error instanceof WebAssembly.RuntimeError && broken(`${error} ${String(error.stack).slice(0, STACK)}`);
addEventListener("error", (event) => deep(event.error));
addEventListener("unhandledrejection", (event) => deep(event.reason));
