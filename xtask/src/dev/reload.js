// Only in `cargo xtask dev`: waits for the next build and shows it.

const next = async (seen) => {
  const answer = await fetch(`dev-builds?after=${seen}`, { cache: "no-store" });
  return answer.text();
};

let seen = await next("");
for (;;) {
  try {
    const now = await next(seen);
    if (now !== seen) location.reload();
    seen = now;
  } catch {
    // The server is being started again: ask again soon.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
