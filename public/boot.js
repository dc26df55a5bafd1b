// Starts the program: asks for it, its glue and its words all at once, then lets it take the place of the page that was
// rendered while building. What a person did in that page meanwhile is kept and given back.
//
// The build joins this file and those in boot/ into one. The names in double braces are filled in by the build, so that
// each is the file of exactly this build. What is in boot/ works without the program: a page whose program is broken must
// still be able to say so, to save a copy of what is stored, and to find a newer version.

import "./boot/policy.js";
import { broken, putAside, started } from "./boot/trouble.js";
import { busy, hear, install, join, take } from "./boot/updates.js";

// What was written last is kept in a second place as well (journal.js). A start does not wait for it: if it turns out that
// something was lost, the page is loaded again, and put right before its program starts.
const LOST = "evenkeel.lost";
let isKept = false;
// Whether it was put right already: what could not be put right then could not be the next time.
let isPutRight = false;
let journal;
const whole = async () => {
  const found = await import("./{{journal}}");
  if (isKept && !isPutRight && (await found.hasLost())) {
    sessionStorage.setItem(LOST, "");
    location.reload();
    // What this page would note is not what was lost.
    await new Promise(() => {});
  }
  return found;
};
const checked = () => (journal ??= whole());
const putBack = async () => {
  try {
    if (sessionStorage.getItem(LOST) === null) return;
    sessionStorage.removeItem(LOST);
    isPutRight = true;
    await (await import("./{{journal}}")).recover();
  } catch {
    // What can be had of it is there.
  }
};

// What the program asks of this script (src/platform/worker.rs, src/platform/disk.rs, src/platform/panic.rs).
globalThis.evenkeel = Object.freeze({
  // The program's first page has been drawn.
  started() {
    started();
    install();
    if (isKept) checked().catch(() => {});
  },
  note: (...write) => checked().then(({ note }) => note(...write)).catch(() => {}),
  hear,
  busy,
  take,
  broken,
});

// How long the program may keep a press waiting while it is being mounted, in milliseconds, give or take a part of a page.
const TURN = 3;

// After how many milliseconds a first frame counts as seen, though nobody said so.
const UNSEEN = 3000;

const near = (name) => new URL(name, import.meta.url);
let app = document.getElementById("app");
const root = document.documentElement;

// An answer that is an error page must not be taken for words.
const text = (answer) => {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
};

// Whether this device keeps anything. Not whether it is ours: to name ten thousand keys takes its time.
const keeps = () => {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
};

// What this device chose shows at once, and what is told to newcomers alone is not told to those who know it.
const recall = () => {
  try {
    const chosen = localStorage.getItem("evenkeel:1:settings") ?? "";
    for (const [, name, value] of chosen.matchAll(/\b(theme|figure|skin|hair|outfit|notice)=(\w+)/g)) root.dataset[name] = value;
    // Not all at once: where there are many they are nearly all of this kind, and the first will do.
    for (let at = 0; at < localStorage.length; at += 1) {
      if (!localStorage.key(at).startsWith("evenkeel:1:done:")) continue;
      root.dataset.known = "";
      break;
    }
  } catch {
    // Nothing is kept here: this device knows nothing.
  }
};

// An element is found again by what it is called, and by how many of that name come before it.
const called = (element) =>
  ["href", "id", "aria-label", "placeholder"].map((name) => element.getAttribute(name)).join() + element.textContent;
const alike = (name) => [...app.querySelectorAll("a, button, input, textarea, [tabindex]")].filter((one) => called(one) === name);
const place = (element) => [called(element), alike(called(element)).indexOf(element)];
const at = ([name, nth]) => alike(name)[nth];

// A button that nobody listens to yet shows that it was pressed, and is pressed again when somebody does.
let pressed;
const press = ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  pressed?.removeAttribute("aria-busy");
  pressed = button;
  button.setAttribute("aria-busy", "true");
};

const stills = (place) => [...place.querySelectorAll("[data-still]")];

// Puts the app into the page, with what stands there and what was done in it.
const handOver = (stage) => {
  const fields = [...app.querySelectorAll("input, textarea")].filter((field) => field.value);
  const typed = fields.map((field) => [place(field), field.value]);
  const active = app.contains(document.activeElement) ? document.activeElement : undefined;
  const focus = active && [place(active), active.selectionStart, active.selectionEnd];
  const tap = pressed && place(pressed);
  const { scrollX, scrollY } = window;
  const drawn = stills(app);
  for (const still of stills(stage)) {
    const nth = still.childElementCount ? -1 : drawn.findIndex((one) => one.dataset.still === still.dataset.still);
    if (nth < 0) continue;
    const [from] = drawn.splice(nth, 1);
    still.setAttribute("viewBox", from.getAttribute("viewBox"));
    still.append(...from.childNodes);
  }
  app.removeEventListener("click", press);
  app.replaceWith(stage);
  app = stage;
  for (const [where, value] of typed) {
    const field = at(where);
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (focus) {
    const [where, begin, end] = focus;
    const element = at(where);
    element?.focus({ preventScroll: true });
    if (begin != null) element?.setSelectionRange?.(begin, end);
  }
  // To ask where the page is now would lay it out at once; a page that stood at its top need not be asked.
  if (scrollX || scrollY) window.scrollTo(scrollX, scrollY);
  for (const mark of ["known", "notice"]) delete root.dataset[mark];
  if (tap) at(tap)?.click();
};

// Lets the browser do what waits: show a frame, answer a press.
const rest = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });

// Until what stands in the page now has been drawn; a page that nobody sees is not.
const frame = async () => {
  if (document.visibilityState === "visible") await new Promise(requestAnimationFrame);
  await rest();
};

// Until the first frame is on the screen: the page is readable as it came, and nothing competes with it.
const painted = () =>
  new Promise((done) => {
    if (document.visibilityState !== "visible" || !PerformanceObserver.supportedEntryTypes.includes("paint")) {
      return frame().then(done);
    }
    const seen = (entries) => entries.getEntriesByName("first-contentful-paint").length && done();
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
    document.addEventListener("visibilitychange", done, { once: true });
    // Some may never say so.
    setTimeout(done, UNSEEN);
  });

// A file that the page asks for by a link in its head, once it has arrived.
const link = (rel, href, more) =>
  new Promise((done) => {
    const element = document.createElement("link");
    Object.assign(element, { rel, href, onload: done, onerror: done, ...more });
    document.head.append(element);
  });

// A Firefox of two cores (seen in 140) compiles nothing any more, for good, after it has compiled some programs while they
// arrived: ten pages one after the other were enough. From bytes that are there it does not stop.
if (navigator.userAgent.includes("Firefox/")) {
  const bytes = async (answer) => (await answer).arrayBuffer();
  WebAssembly.compileStreaming = async (answer) => WebAssembly.compile(await bytes(answer));
  WebAssembly.instantiateStreaming = async (answer, imports) => WebAssembly.instantiate(await bytes(answer), imports);
}

const start = async () => {
  // Where the worker keeps the site, nothing has to come from elsewhere, and the program may come at once.
  // Elsewhere the first frame waits for nothing, not even for the store, which takes a browser its time to open.
  if (!navigator.serviceWorker?.controller) await painted();
  // Asked for before the store, which takes a browser up to a tenth of a second to open where it holds much: meanwhile
  // all of this arrives, and the program is compiled. A host that calls it something else is asked again.
  const wasm = near("{{program}}");
  const program = WebAssembly.compileStreaming(fetch(wasm)).catch(() => fetch(wasm));
  const parts = [
    import("./{{glue}}"),
    fetch(near("{{words}}")).then(text),
    program,
    // What the first screen needs of the style sheet stands in the page; all of it comes with the program.
    link("stylesheet", near("{{style}}").href),
  ];
  isKept = keeps();
  await putBack();
  recall();
  join();
  putAside();
  const later = near("{{later}}").href;
  // The start has its own words, unless there is something to tell of what was done here; every other page needs them all.
  const others = app.querySelector(".today") && !isKept ? undefined : fetch(later).then(text).catch(() => undefined);
  // What reads the lines that are kept comes beside the program, though only that can ask for it.
  for (const part of isKept ? ["{{pages-memory.wasm}}", "{{pages-shared.wasm}}"] : []) {
    link("preload", near(part).href, { as: "fetch", crossOrigin: "" });
  }
  const [whole, glue, words] = await Promise.all([others, ...parts]);
  await glue.default({ module_or_path: program });
  await rest();
  await new Promise(glue.prepare);
  await rest();
  // The app is made beside the page, in turns: meanwhile the page can be scrolled, and presses are heard.
  const stage = app.cloneNode();
  glue.mount(stage, words, whole, later, stills(app).map((still) => still.dataset.still).join("\n"));
  let began = 0;
  do {
    if (performance.now() - began > TURN) {
      await rest();
      began = performance.now();
    }
  } while (await glue.turn());
  // In one go: nothing is painted between the page that was rendered and the program's own.
  handOver(stage);
  await frame();
  link("manifest", new URL("manifest.webmanifest", document.baseURI).href);
  while (glue.afterwards()) await rest();
};

app.addEventListener("click", press);
start().catch((error) => broken(String(error), ["{{program}}", "{{glue}}", "{{words}}"].map(near)));
