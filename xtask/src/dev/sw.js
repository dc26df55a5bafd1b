// Only in `cargo xtask dev`, where a kept copy would hide every change: takes itself and what it kept away.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("evenkeel ")).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
