// Chromium for a measurement: a profile of its own that ends with it, no window, and no way off this machine.

import puppeteer from "puppeteer-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

// `profile`: a folder that outlives the browser; none for a fresh one.
export const open = ({ browser }, profile, more = []) =>
  puppeteer.launch({ executablePath: browser, headless: true, args: [...FLAGS, ...more], userDataDir: profile });

// The same for either engine: Firefox tells the time to the millisecond only, unless it is asked not to.
export const openAny = (engine, asked, profile) =>
  engine === "chromium"
    ? open(asked, profile)
    : puppeteer.launch({
        browser: "firefox",
        executablePath: asked.firefox,
        headless: true,
        userDataDir: profile,
        extraPrefsFirefox: {
          "privacy.reduceTimerPrecision": false,
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          "app.update.enabled": false,
        },
      });

/// What the command asks for, and how it is answered: one line of JSON for each result.
export const asked = JSON.parse(Buffer.concat(await process.stdin.toArray()).toString());
export const answer = (result) => process.stdout.write(`${JSON.stringify(result)}\n`);

// When the page saw what it watches for under this name, in milliseconds since it was opened.
export const figure = async (page, name) => {
  await page.waitForFunction((name) => window[name] > 0, { timeout: 20_000 }, name);
  return page.evaluate((name) => window[name], name);
};

// Until the worker keeps everything.
export const kept = (page) =>
  page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated", {
    polling: 100,
  });
