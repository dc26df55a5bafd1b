// Measures what a moving figure costs: how much of each frame is spent in the program while the large figure of an exercise
// plays, and beside it while it rests; and how many frames a second the list of exercises holds on a processor four times
// slower while six of its cards move, and beside it while none does.
//
// Nothing in the page is asked for its help: frames are counted by one who asks for each, and the browser's own profiler says
// where the time went.

import { answer, asked, kept, open } from "./browser.js";

const countFrames = () => {
  window.frames_ = 0;
  const next = () => {
    window.frames_ += 1;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
};

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Frames in so many milliseconds, counted in the page's own time.
const frames = async (page, milliseconds) => {
  const now = () => page.evaluate(() => [window.frames_, performance.now()]);
  const [before, from] = await now();
  await wait(milliseconds);
  const [after, to] = await now();
  return { frames: after - before, time: to - from };
};

// The milliseconds a frame that the profiler finds in functions of the program.
const cost = async (page, milliseconds) => {
  const session = await page.createCDPSession();
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 100 });
  await session.send("Profiler.start");
  const counted = await frames(page, milliseconds);
  const { profile } = await session.send("Profiler.stop");
  await session.detach();
  const ours = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.url.includes("wasm")).map(({ id }) => id),
  );
  let spent = 0;
  profile.samples.forEach((id, at) => ours.has(id) && (spent += profile.timeDeltas[at] ?? 0));
  return spent / 1000 / counted.frames;
};

const visit = async (browser, path) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(countFrames);
  await page.goto(new URL(path, asked.address));
  await page.waitForNetworkIdle();
  return page;
};

const browser = await open(asked);
try {
  await kept(await visit(browser, "./"));
  for (const exercise of asked.exercises) {
    const page = await visit(browser, `exercises/${exercise}`);
    await wait(3000);
    // The first pictures compile what draws.
    const moving = await cost(page, 6000);
    const pause = await page.waitForSelector('::-p-aria([name="Pause"][role="button"])');
    // Not a click of the mouse: a notice may lie over it.
    await pause.evaluate((button) => button.click());
    await wait(500);
    answer({ what: "frame", exercise, moving, resting: await cost(page, 3000) });
    await page.close();
  }
  const page = await visit(browser, "exercises");
  await wait(4000);
  const cards = await page.$$eval(".exercise-card", (all) => all.length);
  await page.emulateCPUThrottling(4);
  const resting = await frames(page, 4000);
  await page.$$eval(".exercise-card", (all, six) => {
    // What is seen: the first of the list.
    for (const card of all.slice(0, six)) card.dispatchEvent(new PointerEvent("pointerenter"));
  }, 6);
  await wait(2000);
  const moving = await frames(page, 6000);
  const differs = await page.$$eval(".exercise-card", async (all) => {
    const look = () => all.slice(0, 6).map((card) => card.querySelector("svg").innerHTML);
    const before = look();
    await new Promise((done) => setTimeout(done, 500));
    return look().filter((now, at) => now !== before[at]).length;
  });
  const rate = ({ frames, time }) => (frames * 1000) / time;
  answer({ what: "list", cards, moved: differs, moving: rate(moving), resting: rate(resting) });
} finally {
  await browser.close();
}
