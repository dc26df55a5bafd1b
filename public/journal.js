// A second place for what was written last. Chromium puts local storage on the disk about once a minute: when the whole
// browser is killed or the power goes, that minute is lost there, and put back from here.
//
// Every write has a number, higher than those before it, and the last one stands in local storage beside the lines, so that
// both are lost together: what has a higher one here was lost there. Each key has one entry, with the text that it had
// last; what was removed has none. Nothing here keeps the program waiting for long, and a browser that cannot do this does
// without.

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

// Puts back what local storage has lost, before anything reads it, and forgets what is safe there.
export const recover = async () => {
  const place = await writes();
  const numbers = place.index(NUMBER);
  const old = numbers.getAllKeys(IDBKeyRange.upperBound(Math.min(last(), Date.now() - SAFE)));
  // In the order in which they were written.
  const lost = await answered(numbers.getAll(IDBKeyRange.lowerBound(last(), true)));
  for (const key of old.result) place.delete(key);
  for (const { key, text, number } of lost) {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    localStorage.setItem(NUMBER, number);
  }
};
