// Runs beside the sound, on its own thread. Decides: where exactly a note begins.
//
// A note begins where the gain leaves the level it has between notes and starts to rise. The samples do not show the gain: what
// comes out is the gain times a wave that is zero now and then. So the wave comes in as well, and the gain of each sample is the
// one divided by the other. When it has risen to three times its level, the next two hundred samples of the rise are collected;
// a straight line laid through them, the louder samples counting more, meets the level at the beginning. That it rises in a
// straight line for at least that long is how the program begins each note; a note that begins in another way would be found
// elsewhere, and judged late. Nothing is known here of when a note was meant to begin.

const SAMPLES = 200;
const CLEAR = 0.2;

class Onsets extends AudioWorkletProcessor {
  level = 0;
  calm = 0;
  state = "first";
  sums = null;

  process([[out], [wave]]) {
    if (out && wave) for (let at = 0; at < out.length; at += 1) this.sample(currentFrame + at, out[at], wave[at]);
    return true;
  }

  sample(frame, out, wave) {
    if (this.state === "rise") {
      this.collect(frame, out, wave);
      return;
    }
    if (Math.abs(wave) < CLEAR) return;
    const gain = out / wave;
    if (this.state === "note" || this.state === "first") {
      // The level between notes, a few milliseconds on end.
      const near = this.level ? gain < this.level * 1.5 : gain > 0 && gain < 0.01;
      this.calm = near ? this.calm + 1 : 0;
      if (this.calm < 100) return;
      this.state = "hum";
      this.level = gain;
    }
    if (gain < this.level * 3) {
      this.level += (gain - this.level) * 0.02 * (gain < this.level * 1.2);
      return;
    }
    this.state = "rise";
    this.sums = { n: 0, w: 0, x: 0, xx: 0, y: 0, xy: 0, from: frame };
    this.collect(frame, out, wave);
  }

  collect(frame, out, wave) {
    const sums = this.sums;
    const x = frame - sums.from;
    // Weighted by the square of the wave: its zeros say nothing.
    const [w, wy] = [wave * wave, wave * out];
    sums.n += 1;
    sums.w += w;
    sums.x += w * x;
    sums.xx += w * x * x;
    sums.y += wy;
    sums.xy += wy * x;
    if (sums.n < SAMPLES) return;
    const rise = (sums.w * sums.xy - sums.x * sums.y) / (sums.w * sums.xx - sums.x * sums.x);
    const base = (sums.y - rise * sums.x) / sums.w;
    this.port.postMessage(sums.from + (this.level - base) / rise);
    this.state = "note";
    this.calm = 0;
  }
}

registerProcessor("onsets", Onsets);
