import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { build } from "esbuild";

/** Serves a page for each contender, and beside it what the page asks the article's server. */

export const CONTENDERS = ["plain", "recogito", "ours"] as const;
export type Name = (typeof CONTENDERS)[number];

const STATIC = ".next/static";
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** @param api answers what begins with /api/ @returns the address, and what ends it */
export async function setStage(api: Handler): Promise<{ address: string; close: () => void }> {
  const [scripts, head] = await Promise.all([bundle(), styles()]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://stage");
    const script = scripts.get(pathname.slice(1));
    if (pathname.startsWith("/api/")) api(request, response);
    else if (script !== undefined) answer(response, ".js", script);
    else if (pathname.startsWith("/_next/static/")) void serveFile(pathname, response);
    else answer(response, "", page(pathname.slice(1), head));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = server.address();
  return {
    address: `http://127.0.0.1:${typeof port === "object" && port ? port.port : 0}`,
    close: () => server.close(),
  };
}

/** Each contender with all that it imports, as production code. */
async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      CONTENDERS.map((name) => [name, `bench/reader/${name}.${name === "ours" ? "tsx" : "ts"}`]),
    ),
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    inject: ["bench/reader/driving.ts"],
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
    // The sheets come from the build.
    loader: { ".css": "empty" },
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
}

/** The style sheets of the production build, and the classes by which the page names its fonts. */
async function styles(): Promise<{ links: string; fonts: string }> {
  const sheets = (await readdir(path.join(STATIC, "chunks"))).filter((file) => file.endsWith(".css"));
  const texts = await Promise.all(sheets.map((file) => readFile(path.join(STATIC, "chunks", file), "utf8")));
  return {
    links: sheets.map((file) => `<link rel="stylesheet" href="/_next/static/chunks/${file}">`).join(""),
    fonts: [...texts.join("").matchAll(/\.([\w-]+_variable)\{/g)].map(([, name]) => name).join(" "),
  };
}

function page(name: string, { links, fonts }: { links: string; fonts: string }): string {
  return `<!doctype html><html lang="en" class="${fonts}"><head><meta charset="utf-8">${links}</head><body><script src="/${name}.js"></script></body></html>`;
}

async function serveFile(pathname: string, response: ServerResponse): Promise<void> {
  const file = path.join(STATIC, path.normalize(pathname.slice("/_next/static/".length)));
  const content = await readFile(file).catch(() => null);
  if (content === null) response.writeHead(404).end();
  else answer(response, path.extname(file), content);
}

function answer(response: ServerResponse, extension: string, content: string | Buffer): void {
  response.writeHead(200, { "content-type": TYPES[extension] ?? "text/html; charset=utf-8" }).end(content);
}
