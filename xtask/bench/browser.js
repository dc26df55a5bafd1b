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

/// What the command asks for, and how it is answered: one line of JSON for each result.
export const asked = JSON.parse(process.argv[2]);
export const answer = (result) => process.stdout.write(`${JSON.stringify(result)}\n`);
