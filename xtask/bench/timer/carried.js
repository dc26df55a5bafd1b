// What each of the pages of `carriers.js` does: it plays what its address says, and notes when it is told the time while it is
// hidden.

const playing = location.hash.slice(1);
const GAINS = { hum: 0.0008, still: 0.0001 };
let state = "nothing";

if (GAINS[playing]) {
  const context = new AudioContext();
  const wave = new OscillatorNode(context, { frequency: 40 });
  const gain = new GainNode(context, { gain: GAINS[playing] });
  wave.connect(gain).connect(context.destination);
  wave.start();
  setInterval(() => (state = context.state), 1000);
} else if (playing.startsWith("flac")) {
  const audio = new Audio(`/bench/${playing}.flac`);
  window.audio = audio;
  audio.play().then(
    () => (state = "playing"),
    (error) => (state = String(error)),
  );
}

const ticks = { interval: [], chain: [] };
const note = (name) => document.hidden && ticks[name].push(performance.now());
setInterval(() => note("interval"), 100);
const chain = () =>
  setTimeout(() => {
    note("chain");
    chain();
  }, 100);
chain();

let hiddenAt;
document.addEventListener("visibilitychange", () => document.hidden && (hiddenAt ??= performance.now()));

window.found = () => {
  const now = performance.now();
  const gaps = (all, from) => {
    const seen = [from, ...all.filter((at) => at > from), now];
    return Math.max(...seen.slice(1).map((at, before) => at - seen[before]));
  };
  const part = (all) => (100 * all.length) / ((now - hiddenAt) / 100);
  return {
    state,
    played: window.audio?.currentTime,
    interval: part(ticks.interval),
    intervalGap: gaps(ticks.interval, hiddenAt),
    chain: part(ticks.chain),
    chainGap: gaps(ticks.chain, hiddenAt),
    lastGap: Math.max(gaps(ticks.interval, now - 60_000), gaps(ticks.chain, now - 60_000)),
  };
};
