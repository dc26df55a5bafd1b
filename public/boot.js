// Starts the program: asks for it, its glue and its words all at once, then hands over.
// The names in double braces are filled in by the build, so that each is the file of exactly this build.

const near = (name) => new URL(name, import.meta.url);

// An answer that is an error page must not be taken for words.
const text = (answer) => {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
};

const start = async () => {
  // Compiled while it arrives, where the browser can.
  const program = fetch(near("{{program}}"));
  const [glue, words] = await Promise.all([
    import("./{{glue}}"),
    fetch(near("{{words}}")).then(text),
    program,
  ]);
  await glue.default({ module_or_path: program });
  glue.start(words, near("{{moves}}").href);
};

// The plain page for when nothing else works; the program shows it too, should it ever break.
const trouble = document.getElementById("trouble");
trouble.querySelector("button").addEventListener("click", () => location.reload());

start().catch((error) => {
  console.error(error);
  document.getElementById("app").replaceChildren();
  trouble.hidden = false;
});
