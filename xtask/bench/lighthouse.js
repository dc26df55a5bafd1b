// Runs Lighthouse with its mobile defaults (simulated slow 4G, a processor four times slower) on one page after another, each
// time in a fresh browser, and answers with the figures of each run. What they are held against is not decided here.

import lighthouse from "lighthouse";
import { answer, asked, open } from "./browser.js";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  bytes: "total-byte-weight",
};

// Lines in local storage as the app has written them, put there before the page is ever opened: from a text file of the same
// origin, so that neither script nor cache is warm.
const keep = async (browser, stored) => {
  const page = await browser.newPage();
  await page.goto(new URL("robots.txt", asked.address));
  await page.evaluate((lines) => lines.forEach(([key, line]) => localStorage.setItem(key, line)), stored);
  await page.close();
};

const figures = ({ audits, categories }) => ({
  scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)),
  times: Object.fromEntries(Object.entries(TIMES).map(([name, audit]) => [name, audits[audit].numericValue])),
  element: audits["largest-contentful-paint-element"]?.details?.items?.[0]?.items?.[0]?.node?.snippet ?? "",
  failed: CATEGORIES.slice(1).flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => `${id}: ${audits[id].title}`),
  ),
});

// A trace without its beginning says that the machine was busy, and nothing of the page: then once more.
const run = async (page, tries = 3) => {
  const lhr = await once(page);
  if (!lhr.runtimeError) return { path: page.path, ...figures(lhr) };
  if (tries === 1) throw new Error(`${page.path}: ${lhr.runtimeError.message}`);
  return run(page, tries - 1);
};

const once = async ({ path, stored }) => {
  const browser = await open(asked);
  try {
    await keep(browser, stored);
    const page = await browser.newPage();
    const flags = { onlyCategories: CATEGORIES, logLevel: "error" };
    return (await lighthouse(new URL(path, asked.address).href, flags, undefined, page)).lhr;
  } finally {
    await browser.close();
  }
};

for (const page of asked.pages) {
  for (let left = asked.runs; left > 0; left -= 1) answer(await run(page));
}
