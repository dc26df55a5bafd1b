// The finished site with the bench's own scripts in each page. Decides: what is added to it. Everything else comes from the
// command's server as it is, the security policy included: the scripts are files of the same origin. There is no worker, which
// would find that the pages are not what it was told.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

const FOLDER = new URL("./", import.meta.url);
const own = async (name) => {
  const type = name.endsWith(".html") ? "text/html" : "text/javascript";
  return { type, body: await readFile(new URL(name.replace(/[^a-z.]/g, ""), FOLDER)) };
};

// `site.mode` and `site.cues` are what the next page is told.
export const open = async (address) => {
  const site = { mode: "idle", cues: [], extra: new Map() };
  const answer = async (request, response) => {
    const path = new URL(request.url, address).pathname;
    if (path.startsWith("/bench/")) {
      const name = path.slice("/bench/".length);
      const { type, body } = site.extra.get(name) ?? (await own(name));
      response.writeHead(200, { "content-type": type, "content-length": body.length, "accept-ranges": "none" });
      return response.end(body);
    }
    if (path === "/sw.js") return response.writeHead(404).end();
    const found = await fetch(new URL(request.url, address), { redirect: "manual" });
    const headers = Object.fromEntries(found.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection", "etag"]) delete headers[name];
    let body = Buffer.from(await found.arrayBuffer());
    if (headers["content-type"]?.startsWith("text/html")) {
      const tag = `<script src="/bench/tap.js" data-mode="${site.mode}" data-cues="${site.cues.join(" ")}"></script>`;
      body = Buffer.from(body.toString().replace(/<head[^>]*>/, (head) => head + tag));
    }
    response.writeHead(found.status, headers).end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  site.address = `http://localhost:${server.address().port}/`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
};
