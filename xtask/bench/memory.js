// Measures, in Chromium and Firefox, what a long history costs a person who has the site already: how much later the start
// page is there than without one, how soon the page of the history is, how long it takes to keep one more session, and what
// is written meanwhile. Beside it, in the same page: the same sessions as one JSON text under one key.
//
// Nothing in the page is asked for its help: what is seen is what changes on the screen, and what goes into the storage.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, asked, figure, kept, openAny } from "./browser.js";

// When the program has taken over and says on the screen what it read, when the page of the history lists something, and
// what was written.
const watch = (title) => {
  const shown = (name) => {
    if (window[name] !== undefined) return;
    window[name] = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window[name] = performance.now());
      port2.postMessage(null);
    });
  };
  let before;
  const look = () => {
    before ??= document.querySelector("#app")?.firstElementChild ?? undefined;
    const now = document.querySelector("main h1")?.textContent;
    if (before && !before.isConnected) shown("usableAt");
    if (now && now !== title) shown("readAt");
    if (document.querySelector(".history-records li details")) shown("listedAt");
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  window.written = [];
  for (const name of ["setItem", "removeItem"]) {
    const inner = Storage.prototype[name];
    Storage.prototype[name] = function (key, ...rest) {
      const result = inner.call(this, key, ...rest);
      window.written.push({ name, key, at: performance.now() });
      return result;
    };
  }
  addEventListener("click", () => (window.pressedAt = performance.now()), true);
};

// What the start says as long as nothing was read.
const TITLE = /<h1[^>]*>([^<]*)</.exec(await (await fetch(asked.address)).text())[1];

const visit = async (browser) => {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watch, TITLE);
  return page;
};

const once = async (engine, profile, work) => {
  const browser = await openAny(engine, asked, profile);
  try {
    return await work(browser);
  } finally {
    // A window that is closed has what it stored put on the disk; a browser that ends may not.
    await Promise.all((await browser.pages()).map((page) => page.goto("about:blank")));
    await new Promise((done) => setTimeout(done, 1000));
    await browser.close();
  }
};

// A profile in which the worker keeps the site, and the storage holds `lines`.
const prepare = (engine, profile, lines) =>
  once(engine, profile, async (browser) => {
    const page = await visit(browser);
    await page.goto(asked.address);
    await kept(page);
    for (let at = 0; at < lines.length; at += 1000) {
      await page.evaluate((some) => some.forEach(([key, text]) => localStorage.setItem(key, text)), lines.slice(at, at + 1000));
    }
    // The browser writes to its disk when it likes to; a moment later is soon enough for all of them.
    await new Promise((done) => setTimeout(done, 3000));
  });

const start = (name) => async (browser) => {
  const page = await visit(browser);
  await page.goto(asked.address);
  return figure(page, name);
};

const history = async (browser) => {
  const page = await visit(browser);
  await page.goto(asked.address);
  await figure(page, "usableAt");
  // What comes when the page has nothing else to do has come, as it has before anybody finds the link.
  await new Promise((done) => setTimeout(done, 3000));
  await page.evaluate(() => document.querySelector('nav a[href$="history"]').click());
  const listed = await figure(page, "listedAt");
  return listed - (await page.evaluate(() => window.pressedAt));
};

// A short session to its end, and then said how hard it was: what is written in between, and how long the second takes, from
// the press to the line being read back.
const saving = async (browser) => {
  const page = await visit(browser);
  await page.goto(new URL("open#1/Short/g0/plank.1s", asked.address));
  const press = async (find) => {
    await page.waitForFunction(find, { polling: 50 });
    await page.evaluate((find) => new Function(`return (${find})()`)().click(), find.toString());
  };
  await figure(page, "usableAt");
  const old = new Set(asked.lines.map(([key]) => key));
  await press(() => [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Start"));
  await page.waitForSelector(".summary input[name=effort]", { timeout: 20_000 });
  await new Promise((done) => setTimeout(done, 1500));
  const before = await page.evaluate(() => window.written.length);
  await page.evaluate(() => document.querySelector(".summary input[name=effort]").click());
  await page.waitForFunction((before) => window.written.length > before, { polling: 50 }, before);
  const { written, pressedAt } = await page.evaluate(() => ({ written: window.written, pressedAt: window.pressedAt }));
  const changed = written[before];
  return {
    took: changed.at - pressedAt,
    records: new Set(written.filter(({ key }) => key.includes(":done:")).map(({ key }) => key)).size,
    old: written.filter(({ key }) => old.has(key)).length,
  };
};

// The same as one text: read at the start, and written whole for one more.
const blob = async (browser) => {
  const page = await browser.newPage();
  await page.goto(asked.address);
  return page.evaluate((text) => {
    localStorage.clear();
    const time = (work) => {
      const from = performance.now();
      const result = work();
      return [performance.now() - from, result];
    };
    let fits = true;
    try {
      localStorage.setItem("blob", text);
    } catch {
      fits = false;
    }
    const [read, all] = time(() => JSON.parse(fits ? localStorage.getItem("blob") : text));
    const [save] = time(() => {
      all.push(all[0]);
      const whole = JSON.stringify(all);
      try {
        localStorage.setItem("blob", whole);
      } catch {
        fits = false;
      }
    });
    return { read, save, fits };
  }, asked.blob);
};

for (const engine of ["chromium", "firefox"]) {
  const profiles = [];
  const profile = async (lines) => {
    const folder = await mkdtemp(join(tmpdir(), "evenkeel-bench-"));
    profiles.push(folder);
    await prepare(engine, folder, lines);
    return folder;
  };
  try {
    const [none, one, long] = [await profile([]), await profile(asked.lines.slice(0, 3)), await profile(asked.lines)];
    // In turn: a machine that grows slower does so for all of them.
    for (let left = asked.runs; left > 0; left -= 1) {
      answer({ engine, what: "none", took: await once(engine, none, start("usableAt")) });
      answer({ engine, what: "few", took: await once(engine, one, start("readAt")) });
      answer({ engine, what: "long", took: await once(engine, long, start("readAt")) });
      answer({ engine, what: "history", took: await once(engine, long, history) });
    }
    for (let left = asked.runs; left > 0; left -= 1) {
      answer({ engine, what: "save", ...(await once(engine, long, saving)) });
    }
    answer({ engine, what: "blob", ...(await once(engine, none, blob)) });
  } finally {
    for (const folder of profiles) await rm(folder, { recursive: true, force: true });
  }
}
