import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { ADDRESS_HEADER, connectionAddress } from "~/server/http/address";
import { hasReadablePath } from "~/server/http/path";
import { serveCompressed } from "./compressed";

export interface ServeOptions {
  readonly development: boolean;
  readonly host: string;
  readonly port: number;
  /** How many ports above `port` may be tried when it is taken. */
  readonly furtherPorts: number;
  /** How many proxies of our own stand before the server. */
  readonly trustedProxies: number;
  /** Called when the port is known and before the application loads: the last moment to set its environment. */
  readonly onPort: (port: number) => void;
}

export interface Serving {
  readonly port: number;
  /** Takes no new requests, lets running ones end, cuts event streams (their clients come back), then stops. */
  close(): Promise<void>;
}

/** How long requests may take to end when the server stops, and event streams. */
const graceMs = 10_000;
const streamGraceMs = 500;
/** How long a client may leave an event stream unread, and how often that is looked at. */
const unreadMs = 30_000;
const unreadEveryMs = 5_000;

/**
 * The server around Next: it owns the port, the time-outs and the end. Until the application has loaded
 * it answers 503, so that nobody who was quick gets a refused connection.
 *
 * @throws when no port is free, in words for the person at the terminal
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  let handle = answerStarting;
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    // Beyond here nobody knows the socket: the sign-in limits count by this, whatever the client sent.
    request.headers[ADDRESS_HEADER] = connectionAddress(
      request.socket.remoteAddress,
      request.headers["x-forwarded-for"],
      options.trustedProxies,
    );
    response.once("close", () => open.delete(response));
    if (!hasReadablePath(request.url ?? "/")) answerUnreadable(response);
    else if (!redirectToOneName(request, response)) handle(request, response);
  });
  // SECURITY 27. Node checks them every connectionsCheckingInterval, 30 s.
  server.headersTimeout = 60_000;
  server.requestTimeout = 75_000;
  // Longer than the usual 60 s of proxies, so that they close idle connections first.
  server.keepAliveTimeout = 65_000;

  const port = await listen(server, options);
  options.onPort(port);
  const app = next({
    dev: options.development,
    dir: ".",
    hostname: options.host,
    port,
    httpServer: server,
    quiet: !options.development,
  });
  await app.prepare();
  const handleByNext = app.getRequestHandler();
  const compressed = options.development ? goOn : serveCompressed();
  handle = (request, response) =>
    compressed(request, response, () => {
      handleByNext(request, response).catch((error: unknown) => response.destroy(toError(error)));
    });
  const stopCutting = cutUnread(open);
  return {
    port,
    async close() {
      stopCutting();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => {
        for (const response of open) if (isStream(response)) response.destroy();
        server.closeIdleConnections();
      }, streamGraceMs).unref();
      setTimeout(() => server.closeAllConnections(), graceMs).unref();
      await closed;
      await app.close();
    },
  };
}

/** Cuts event streams whose client has stopped reading, so that nothing is held for it. @returns stops that */
export function cutUnread(
  open: ReadonlySet<ServerResponse>,
  { afterMs = unreadMs, everyMs = unreadEveryMs }: { afterMs?: number; everyMs?: number } = {},
): () => void {
  const unreadSince = new WeakMap<ServerResponse, number>();
  const timer = setInterval(() => {
    for (const response of open) {
      if (!response.writableNeedDrain || !isStream(response)) unreadSince.delete(response);
      else if (!unreadSince.has(response)) unreadSince.set(response, Date.now());
      else if (Date.now() - (unreadSince.get(response) ?? 0) >= afterMs) response.destroy();
    }
  }, everyMs).unref();
  return () => clearInterval(timer);
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "text/plain; charset=utf-8",
    "retry-after": "2",
    "cache-control": "no-store",
  });
  response.end("Galley is starting. Try again in a moment.\n");
}

function goOn(_request: IncomingMessage, _response: ServerResponse, otherwise: () => void): void {
  otherwise();
}

function answerUnreadable(response: ServerResponse): void {
  response.writeHead(400, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end("This address cannot be read. Nothing was changed.\n");
}

/**
 * A browser keeps the cookies of `localhost` and `127.0.0.1` apart; whoever types the one where
 * NEXTAUTH_URL says the other is led over before signing in would fail.
 */
function redirectToOneName(request: IncomingMessage, response: ServerResponse): boolean {
  const own = process.env.NEXTAUTH_URL;
  const host = request.headers.host;
  if (request.method !== "GET" || !own?.startsWith("http://127.0.0.1:") || !host?.startsWith("localhost:"))
    return false;
  if (new URL(own).port !== host.slice("localhost:".length)) return false;
  if (!request.headers.accept?.includes("text/html")) return false;
  response.writeHead(307, { location: `${own}${request.url?.startsWith("/") ? request.url : "/"}` }).end();
  return true;
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}

async function listen(
  server: Server,
  { host, port, furtherPorts }: Pick<ServeOptions, "host" | "port" | "furtherPorts">,
): Promise<number> {
  for (let attempt = port; attempt <= port + furtherPorts; attempt += 1) {
    const taken = await tryPort(server, host, attempt);
    if (!taken) {
      const address = server.address();
      return address !== null && typeof address === "object" ? address.port : attempt;
    }
  }
  throw new Error(
    furtherPorts > 0
      ? `The ports ${port} to ${port + furtherPorts} are all taken. Set PORT to a free one.`
      : `Port ${port} is taken by another program. Stop that, or set PORT to a free one.`,
  );
}

/** The first port that is free now. @throws as `serve` does */
export async function freePort(
  options: Pick<ServeOptions, "host" | "port" | "furtherPorts">,
): Promise<number> {
  const server = createServer();
  const port = await listen(server, options);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @returns whether the port was taken */
async function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(true);
      else if (error.code === "EACCES")
        reject(new Error(`Port ${port} needs more rights (below 1024). Set PORT.`));
      else reject(error);
    };
    server.once("error", fail);
    server.listen({ host, port }, () => {
      server.off("error", fail);
      resolve(false);
    });
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
