// Put into the page before anything of it runs. Decides: what is noted of the sound while a session runs, and what the page is
// burdened with. Deliberately does not know which cue is which, nor when one is due: that is reckoned and judged outside.
//
// Noted are: every sheet that is laid (each begins with what was laid before being taken back), the place of each note in it,
// and the page's time; where each note begins in the samples (`onsets.js`); pairs of the page's and the sound's clock; the ticks
// of a plain timer that counts down in the same page; what a session shows that was hidden. Notes and samples are of whatever is connected to the speakers: one
// gain, fed by one oscillator. The program is asked for nothing.

(() => {
  const { mode, cues } = document.currentScript.dataset;
  const bench = { lays: [], onsets: [], clock: [], ticks: [], busy: [], taskMs: 0, layMs: 0 };
  window.bench = bench;
  const now = () => performance.now();
  const plainConnect = AudioNode.prototype.connect;
  const feeds = new Map();
  let tapped;

  // What goes into the gain and what comes out of it, side by side: what comes out, divided by what goes in, is the gain.
  const tap = async (gain, source) => {
    const context = gain.context;
    await context.audioWorklet.addModule("/bench/onsets.js");
    const node = new AudioWorkletNode(context, "onsets", {
      numberOfInputs: 2,
      numberOfOutputs: 1,
      channelCount: 1,
      channelCountMode: "explicit",
    });
    node.port.onmessage = ({ data }) => bench.onsets.push(data);
    plainConnect.call(gain, node, 0, 0);
    plainConnect.call(source, node, 0, 1);
    // It plays nothing; unconnected, it might not be asked for anything.
    plainConnect.call(node, context.destination);
    bench.tappedAt = now();
    bench.keep = node;
  };

  AudioNode.prototype.connect = function (to, ...rest) {
    const result = plainConnect.call(this, to, ...rest);
    if (to instanceof GainNode) feeds.set(to, this);
    if (to instanceof AudioDestinationNode && feeds.has(this)) {
      tapped = this.gain;
      bench.rate = this.context.sampleRate;
      bench.context = this.context;
      if (mode !== "laying") tap(this, feeds.get(this)).catch((error) => (bench.why = String(error)));
    }
    return result;
  };

  const param = (name, note) => {
    const plain = AudioParam.prototype[name];
    AudioParam.prototype[name] = function (...given) {
      if (this === tapped) note(...given);
      return plain.apply(this, given);
    };
  };
  let level;
  let layFrom;
  param("cancelScheduledValues", (at) => {
    layFrom = now();
    bench.lays.push({ page: layFrom, at, begins: [] });
  });
  if (mode === "laying") {
    // The next thing that the program does when it has laid a session's sheet: it asks for the screen to stay lit. Nothing is
    // noted in between, because it would be measured as well.
    const screen = navigator.wakeLock;
    const plain = screen?.request;
    if (plain) {
      WakeLock.prototype.request = function (...given) {
        if (layFrom) bench.layMs ||= now() - layFrom;
        return plain.apply(this, given);
      };
    }
  } else {
    param("setValueAtTime", (value, at) => (level = [value, at]));
    param("linearRampToValueAtTime", (value) => {
      if (level && value > level[0]) bench.lays.at(-1)?.begins.push(level[1]);
    });
  }

  const busy = (milliseconds) => {
    const from = now();
    while (now() - from < milliseconds);
    bench.busy.push([from, now() - from]);
  };
  // At `from` in each `every`, by the clock and not by counting.
  const burden = (zero, every, from, milliseconds) => {
    let round = Math.floor((now() - zero) / every);
    const next = () => {
      round = Math.max(round + 1, Math.ceil((now() - zero) / every));
      setTimeout(() => {
        busy(milliseconds);
        next();
      }, zero + round * every + from() - now());
    };
    next();
  };

  // The timer that most programs have: it counts seconds, and beeps when its count says so; on the left only, so that a recording
  // tells it from the session, which is on both sides.
  const countDown = () => {
    const wanted = new Set(cues.split(" ").map(Number));
    const context = new AudioContext();
    const left = new ChannelMergerNode(context, { numberOfInputs: 2 });
    plainConnect.call(left, context.destination);
    const zero = now();
    bench.plain = zero;
    let count = 0;
    setInterval(() => {
      count += 1;
      if (!wanted.has(count)) return;
      bench.ticks.push([count, now() - zero - count * 1000]);
      const beep = new OscillatorNode(context, { frequency: 1000 });
      plainConnect.call(beep, left, 0, 0);
      beep.start();
      beep.stop(context.currentTime + 0.06);
    }, 1000);
  };

  const begin = () => {
    const zero = now();
    bench.press = zero;
    bench.pressedAt = Date.now();
    if (mode === "laying") return;
    if (mode === "tasks") burden(zero, 1000, () => Math.random() * 700, 300);
    if (mode === "blocked") burden(zero, 10_000, () => 3000, 4000);
    setInterval(() => {
      const context = bench.context;
      if (context) bench.clock.push([now(), context.currentTime]);
    }, 250);
  };
  const isStart = ({ target }) => target.closest?.("button")?.textContent.trim() === "Start";
  addEventListener("click", (event) => isStart(event) && bench.press === undefined && begin(), true);
  // After the program, which is not to wait for it.
  addEventListener("click", (event) => {
    if (!isStart(event) || bench.taskMs) return;
    bench.taskMs = now() - bench.press;
    if (mode !== "laying") countDown();
  });
  addEventListener(
    "click",
    ({ target }) => {
      if (target.closest?.("button")?.textContent.trim() === "Resume") bench.resumedAt ??= now();
    },
    true,
  );
  // What a session that was hidden shows at its next change, and when.
  document.addEventListener("visibilitychange", () => {
    const timer = document.querySelector("[role=timer]");
    if (document.hidden || !timer) return;
    const before = timer.innerText;
    const look = () => {
      if (timer.innerText === before) requestAnimationFrame(look);
      else bench.stands ??= [Number.parseInt(timer.innerText, 10), now()];
    };
    look();
  });
  document.addEventListener("freeze", () => (bench.frozenAt ??= now()));
})();
