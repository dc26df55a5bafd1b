// Plays sessions in one engine, each under another condition, and answers with what was noted of each: where the notes were in
// the samples, what was recorded, and how a plain timer did beside it. Decides: how each condition is brought about. What is
// late, and what may be, is not decided here.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, asked } from "./browser.js";
import { open, wait } from "./timer/driver.js";
import * as pulse from "./timer/pulse.js";
import * as site from "./timer/site.js";
import { carriers } from "./timer/carriers.js";

const { engine } = asked;
const say = (text) => process.stderr.write(`      ${engine}: ${text}\n`);

const hasAll = () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/pages-more-"));

// The routine that is open is started by a press.
const start = async (browser, pages, run) => {
  Object.assign(pages, { mode: run.burden, cues: run.cues });
  await browser.goto(new URL(`open#${run.routine}`, pages.address));
  await browser.press("I understand");
  // What comes when the page has nothing else to do has come: what sounds is part of it.
  for (let left = 100; left > 0 && !(await browser.run(hasAll)); left -= 1) await wait(200);
  await wait(2000);
  await browser.press("Start");
};

const seconds = (count) => wait(count * 1000);

// What happens between the press and the end. `run.seconds` is how long all of it takes.
const CONDITIONS = {
  idle: (_, run) => seconds(run.seconds),
  tasks: (_, run) => seconds(run.seconds),
  blocked: (_, run) => seconds(run.seconds),
  slow: async (browser, run) => {
    await browser.devtools("Emulation.setCPUThrottlingRate", { rate: 6 });
    await seconds(run.seconds);
    await browser.devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
  },
  hidden: async (browser, run) => {
    await seconds(run.before);
    await browser.hide();
    await seconds(run.seconds - 2 * run.before);
    await browser.show();
    await seconds(run.before);
  },
  frozen: async (browser, run) => {
    await seconds(run.before);
    await browser.hide();
    await seconds(2);
    await browser.devtools("Page.setWebLifecycleState", { state: "frozen" });
    await seconds(30);
    await browser.devtools("Page.setWebLifecycleState", { state: "active" });
    await browser.show();
    await seconds(2);
    await browser.press("Resume");
    await seconds(run.seconds - run.before - 34);
  },
};

const session = async (sound, pages, run) => {
  const file = sound && join(asked.folder, `${engine}-${run.name}.raw`);
  const browser = await open(engine, asked, sound);
  try {
    const recorder = file && (await sound.record(file));
    await start(browser, pages, run);
    await CONDITIONS[run.name](browser, run);
    const noted = await browser.run(() => {
      const { context, keep, ...noted } = window.bench;
      return noted;
    });
    if (recorder) {
      // What was played is on its way.
      await wait(1500);
      await recorder.end();
    }
    return { ...noted, recording: file, recordedFrom: recorder?.from };
  } finally {
    await browser.close();
  }
};

// How long it takes to lay a whole sheet: alone in its own browser, and nothing noted of any note.
const laying = async (sound, pages, run) => {
  const took = [];
  for (let left = run.times; left > 0; left -= 1) {
    const browser = await open(engine, asked, sound);
    try {
      await start(browser, pages, { ...run, burden: "laying", cues: [] });
      await wait(2000);
      took.push(await browser.run(() => [window.bench.layMs, window.bench.taskMs]));
    } finally {
      await browser.close();
    }
  }
  return { took };
};

const pages = await site.open(asked.address);
const sound = await pulse.open();
if (!sound) answer({ what: "note", text: "nothing was recorded: PulseAudio (`pulseaudio`, `parec`) is not here" });
try {
  for (const run of asked.runs) {
    say(`${run.name}, ${run.seconds ?? "a few"} seconds`);
    try {
      const work = { laying, carriers: (...all) => carriers(asked, ...all) }[run.name] ?? session;
      answer({ what: run.name, ...(await work(sound, pages, run)) });
    } catch (error) {
      answer({ what: run.name, why: String(error?.message ?? error) });
    }
  }
} finally {
  await sound?.close();
  pages.close();
}
