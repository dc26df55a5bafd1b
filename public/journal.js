// A second place for what was written last. Chromium puts local storage on the disk about once a minute: when the whole
// browser is killed or the power goes, that minute is lost there, and put back from here.
//
// Every write has a number, higher than those before it, and the last one stands in local storage beside the lines, so that
// both are lost together: what has a higher one here was lost there. Each key has one entry, with the text that it had
// last; what was removed has none. A browser that cannot do this does without.

// Not one of our keys: no copy holds it, and it means nothing without this browser's own journal.
const NUMBER = "evenkeel.written";
const WRITES = "writes";

// No browser keeps anything from its disk for so long, in milliseconds, however much was written.
const SAFE = 3_600_000;

const answered = (asked) =>
  new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
  });

let place;
const open = () => {
  if (!place) {
    const asked = indexedDB.open("evenkeel", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(WRITES, { keyPath: "key" }).createIndex(NUMBER, "number");
    place = answered(asked);
  }
  return place;
};
const writes = async () => (await open()).transaction(WRITES, "readwrite").objectStore(WRITES);

const last = () => Number(localStorage.getItem(NUMBER));

// A page that is left may be put to sleep with a write on its way, which every other page would have to wait for.
let isLeft = false;
addEventListener("pagehide", () => (isLeft = true));
addEventListener("pageshow", () => (isLeft = false));

let fresh = [];

const write = async () => {
  try {
    const place = await writes();
    for (const entry of fresh) place.put(entry);
  } finally {
    fresh = [];
  }
};

// `text` has been written under `key` in local storage; nothing: the key has been removed.
export const note = (key, text) => {
  if (isLeft) return undefined;
  // As a rule the time: what is old can be told by it.
  const number = Math.max(last() + 1, Date.now());
  localStorage.setItem(NUMBER, number);
  // Many writes in one go, as when a copy is restored, go on their way together.
  if (fresh.push({ key, text, number }) === 1) return write();
};

const lost = () => IDBKeyRange.lowerBound(last(), true);

// Whether local storage has lost something. Forgets what is safe there.
export const hasLost = async () => {
  const place = await writes();
  const found = place.index(NUMBER).count(lost());
  const old = place.index(NUMBER).getAllKeys(IDBKeyRange.upperBound(Math.min(last(), Date.now() - SAFE)));
  for (const key of await answered(old)) place.delete(key);
  return found.result > 0;
};

// Puts back what local storage has lost, in the order in which it was written. Nothing else may write meanwhile.
export const recover = async () => {
  for (const { key, text, number } of await answered((await writes()).index(NUMBER).getAll(lost()))) {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    localStorage.setItem(NUMBER, number);
  }
};
