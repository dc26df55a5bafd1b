// Measures, on a device that keeps the site already, how long a person waits: from a press of Start to the first frame of the
// session, and from opening the start page without a network, on a processor four times slower, until it can be used.
//
// Nothing in the page is asked for its help: what is seen is what changes on the screen.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, asked, figure, kept, open } from "./browser.js";

// Every request ends at a port where nobody listens, the worker's too: DevTools' own "offline" would only reach the page.
const OFFLINE = ["--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];

// When the page was pressed, when the program has taken over what stood there before it, and when the session's time stands
// there: each as of the frame that shows it.
const watch = () => {
  const shown = (name) => {
    if (window[name] !== undefined) return;
    window[name] = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window[name] = performance.now());
      port2.postMessage(null);
    });
  };
  addEventListener("click", (event) => (window.pressedAt ??= event.timeStamp), true);
  let before;
  const look = () => {
    before ??= document.querySelector("#app")?.firstElementChild ?? undefined;
    if (before && !before.isConnected) shown("usableAt");
    if (document.querySelector("[role=timer]")) shown("sessionAt");
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
};

const visit = async (browser) => {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watch);
  return page;
};

const press = async (browser) => {
  const page = await visit(browser);
  await page.goto(new URL("routines/the-five", asked.address));
  await figure(page, "usableAt");
  // What comes when the page has nothing else to do has come.
  await page.waitForNetworkIdle();
  const start = await page.waitForSelector('::-p-aria([name="Start"][role="button"])');
  await start.click();
  const shown = await figure(page, "sessionAt");
  return shown - (await page.evaluate(() => window.pressedAt));
};

const coldStart = async (browser) => {
  const page = await visit(browser);
  await page.emulateCPUThrottling(4);
  await page.goto(asked.address);
  return figure(page, "usableAt");
};

const once = async (profile, flags, work) => {
  const browser = await open(asked, profile, flags);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
};

const profile = await mkdtemp(join(tmpdir(), "evenkeel-bench-"));
try {
  await once(profile, [], async (browser) => {
    const page = await visit(browser);
    await page.goto(asked.address);
    await kept(page);
  });
  const measure = async (what, work) => {
    for (let left = asked.runs; left > 0; left -= 1) answer({ what, took: await once(profile, OFFLINE, work) });
  };
  // In this order: a press leaves a session behind, which the next start would take up.
  await measure("cold", coldStart);
  await measure("press", press);
} finally {
  await rm(profile, { recursive: true, force: true });
}
