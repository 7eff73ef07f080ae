import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { buildDir } from "./build";

/** The address of what the browser fetches of the build: each file has a name of its own content, for ever. */
const PREFIX = "/_next/static";
const DAYS = 365;

/** As next.config.js gives them to whatever Next answers. */
const HEADERS = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "same-origin"],
] as const;

type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/** Answers for the build's compressed files, where the browser takes Brotli; everything else goes on. */
export function serveCompressed(root = path.join(buildDir, "static")): Handler {
  const files = sirv(root, {
    brotli: true,
    etag: false,
    immutable: true,
    maxAge: DAYS * 24 * 60 * 60,
    setHeaders(response) {
      for (const [name, value] of HEADERS) response.setHeader(name, value);
    },
  });
  return (request, response, otherwise) => {
    const { url = "/" } = request;
    if (!url.startsWith(`${PREFIX}/`) || !/\bbr\b/.test(String(request.headers["accept-encoding"]))) {
      otherwise();
      return;
    }
    request.url = url.slice(PREFIX.length);
    files(request, response, () => {
      request.url = url;
      otherwise();
    });
  };
}
