// Which sounds keep the timers of a hidden page going? Each page asks to be told the time ten times a second, by one interval
// and by one timeout after the other, and plays something, or nothing. Decides: what they play. Each has a window of its own; all
// are hidden at once, by being minimised, and asked at the end.

import { open, wait } from "./driver.js";
import { level } from "./flac.js";

// What is played is in the page's address.
const PAGES = [
  ["nothing", "nothing at all"],
  ["hum", "Web Audio: the program's hum, 40 Hz at −62 dBFS"],
  ["still", "Web Audio: the same at −80 dBFS"],
  ["flac-32", "<audio>: samples of 32/32768 (−60 dBFS)"],
  ["flac-0", "<audio>: samples of 0"],
];

// No hidden page waits for its first press, and what is slowed down after five minutes is slowed after ten seconds where there is
// no time.
const SWITCHES = ["--autoplay-policy=no-user-gesture-required"];
const SOON = "--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10";

export const carriers = async (asked, sound, pages, run) => {
  for (const value of [32, 0]) {
    pages.extra.set(`flac-${value}.flac`, { type: "audio/flac", body: level(value, run.seconds + 120) });
  }
  const browser = await open("chromium", asked, sound, run.isQuick ? [...SWITCHES, SOON] : SWITCHES);
  try {
    const windows = [];
    for (const [name, words] of PAGES) {
      const handle = await browser.newWindow();
      await browser.goto(new URL(`bench/carriers.html#${name}`, pages.address));
      windows.push([words, handle]);
    }
    for (const [, handle] of windows) {
      await browser.look(handle);
      await browser.hide();
    }
    await wait(run.seconds * 1000);
    const found = [];
    for (const [name, handle] of windows) {
      await browser.look(handle);
      found.push({ name, ...(await browser.run(() => window.found())) });
    }
    return { seconds: run.seconds, pages: found };
  } finally {
    await browser.close();
  }
};
