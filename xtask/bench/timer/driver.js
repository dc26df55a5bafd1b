// The three engines, driven as the stories in `tests/browsers` are: each by its WebDriver. Decides: how a browser is started, and
// with what. Deliberately does not know what is measured. A browser starts with a fresh profile, without a window, and cannot
// leave this machine; what it plays goes to `sound`, where there is one.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

export const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// Ends with this program, whatever becomes of it.
const begun = new Set();
process.on("exit", () => begun.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
export const begin = (program, args, env = {}, stdio = ["ignore", "ignore", "ignore"]) => {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio });
  begun.add(child);
  const ended = new Promise((done) => {
    child.on("exit", done);
    child.on("error", done);
  }).then(() => begun.delete(child));
  const end = async (signal = "SIGTERM") => {
    child.kill(signal);
    await Promise.race([ended, wait(5000).then(() => child.kill("SIGKILL"))]);
  };
  return { child, end };
};

const CHROMIUM = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--window-size=420,900",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

// Without these the driver has hidden pages run as if they were seen.
const HONEST = [
  "disable-background-timer-throttling",
  "disable-backgrounding-occluded-windows",
  "disable-renderer-backgrounding",
];

const wishes = ({ browser, firefox }, sound, more) => ({
  chromium: {
    browserName: "chrome",
    "goog:chromeOptions": { binary: browser, args: [...CHROMIUM, ...more], excludeSwitches: HONEST },
  },
  firefox: {
    browserName: "firefox",
    "moz:firefoxOptions": {
      binary: firefox,
      args: ["-headless", "--width=420", "--height=900"],
      prefs: {
        // A machine without any sound: a clock that runs all the same, if not exactly.
        ...(sound ? {} : { "media.cubeb.force_mock_context": true }),
        "privacy.reduceTimerPrecision": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "network.proxy.no_proxies_on": "127.0.0.1, localhost",
      },
    },
  },
  webkit: {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
      args: ["--automation"],
    },
  },
});

// A screen that nobody sees: WebKitGTK draws windows even when it is driven.
const virtualScreen = async () => {
  const args = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const screen = begin("Xvfb", args, {}, ["ignore", "pipe", "ignore"]);
  const number = await new Promise((done) => screen.child.stdout.once("data", done));
  return { ...screen, display: `:${String(number).trim()}` };
};

export const open = async (engine, asked, sound, more = []) => {
  const port = await freePort();
  const screen = engine === "webkit" ? await virtualScreen() : undefined;
  const [program, args] = {
    chromium: ["chromedriver", [`--port=${port}`]],
    firefox: [asked.geckodriver, ["--port", `${port}`, "--log", "fatal"]],
    webkit: ["WebKitWebDriver", [`--port=${port}`]],
  }[engine];
  const env = { LANG: "en_US.UTF-8", LANGUAGE: "en_US", ...sound?.env, ...(screen && { DISPLAY: screen.display }) };
  const driver = begin(program, args, env);
  const call = async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${engine}: ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (let left = 200; ; left -= 1) {
    try {
      await call("GET", "/status");
      break;
    } catch (error) {
      if (left === 0) throw error;
      await wait(50);
    }
  }
  const capabilities = { alwaysMatch: wishes(asked, sound, more)[engine] };
  const { sessionId } = await call("POST", "/session", { capabilities });
  const of = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  const run = (script, ...args) => of("POST", "/execute/sync", { script: `return (${script})(...arguments)`, args });
  const browser = {
    goto: (url) => of("POST", "/url", { url: String(url) }),
    run,
    // A press as a person's: what counts as one, a script cannot do.
    press: async (name, patience = 20_000) => {
      const find = (name) =>
        [...document.querySelectorAll("button")].find(
          (button) => button.textContent.trim() === name && button.getClientRects().length > 0,
        );
      const until = Date.now() + patience;
      for (;;) {
        try {
          const [id] = Object.values((await run(String(find), name)) ?? {});
          if (id) return await of("POST", `/element/${id}/click`, {});
        } catch (error) {
          if (Date.now() > until) throw error;
        }
        if (Date.now() > until) throw new Error(`${engine}: there is no “${name}” to press`);
        await wait(50);
      }
    },
    hide: () => of("POST", "/window/minimize", {}),
    show: () => of("POST", "/window/rect", { width: 420, height: 900 }),
    newWindow: async () => {
      const { handle } = await of("POST", "/window/new", { type: "window" });
      await of("POST", "/window", { handle });
      return handle;
    },
    look: (handle) => of("POST", "/window", { handle }),
    devtools: (cmd, params = {}) => of("POST", "/goog/cdp/execute", { cmd, params }),
    close: async () => {
      await Promise.race([of("DELETE", "").catch(() => {}), wait(10_000)]);
      await driver.end();
      await screen?.end();
    },
  };
  return browser;
};
