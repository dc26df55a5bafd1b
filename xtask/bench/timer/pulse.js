// The sound that a browser makes, recorded: a sound server of our own whose only device plays to nobody. Decides: how it is
// started, and what a recording is: two channels of 16 bits, 48,000 samples a second, from before the press to after the end.
// Deliberately does not know what is heard in it.

import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { closeSync, existsSync, openSync } from "node:fs";
import { begin, wait } from "./driver.js";

const isHere = (program) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));

// Nothing where there is no PulseAudio.
export const open = async () => {
  if (!isHere("pulseaudio") || !isHere("parec")) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "evenkeel-sound-"));
  const socket = join(folder, "pulse.sock");
  const conf = join(folder, "daemon.conf");
  // What it says of itself: browsers make their sound at this rate, and nothing is resampled.
  await writeFile(conf, "default-sample-rate = 48000\n");
  const env = { XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${socket}`, PULSE_CONFIG: conf, HOME: folder };
  const server = begin(
    "pulseaudio",
    [
      ...["-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"],
      ...["-L", "module-null-sink sink_name=null rate=48000"],
      ...["-L", `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
    ],
    env,
  );
  for (let left = 100; left > 0 && !existsSync(socket); left -= 1) await wait(50);
  return {
    env: { PULSE_SERVER: env.PULSE_SERVER },
    record: async (file) => {
      const out = openSync(file, "w");
      const args = ["-d", "null.monitor", "--format=s16le", "--rate=48000", "--channels=2", "--raw", "--latency-msec=100"];
      const recorder = begin("parec", args, env, ["ignore", out, "ignore"]);
      closeSync(out);
      let { size } = await stat(file);
      for (let left = 2000; left > 0 && size === 0; left -= 1) {
        await wait(5);
        ({ size } = await stat(file));
      }
      return { from: Date.now() - size / 192, end: () => recorder.end() };
    },
    close: async () => {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
