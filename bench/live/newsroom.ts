import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { v7 } from "uuid";
import { asId, type ArticleId, type UserId } from "~/core/ids";
import { CommandId, SessionId, TagId } from "~/core/shapes/ids";
import { connect, type Database } from "~/db/client";
import { startEmbedded } from "~/db/embedded";
import { openSession } from "~/db/queries/sessions";
import { type NewsroomWithDesks, newsroomWithDesks } from "~/db/testing-members";
import { execute } from "~/server/execute";
import { addArticle } from "~/server/ingest/add-article";
import { answeringForMemory, memoryAt } from "./memory";

/** A newsroom on a database of its own, served by the production build: the ground of the live benchmarks. */

const SECRET = "Kq3vB8nZ1xW6tR9yU4mC7pL2sD5fG0hJ";

export interface BenchNewsroom {
  readonly db: Database;
  readonly room: NewsroomWithDesks;
  readonly writer: UserId;
  /** An article of many words that the writer may tag. */
  readonly article: () => Promise<ArticleId>;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const WORD = 6;
/** The words that an article has, each to be tagged once. */
export const WORDS = 60_000;
const TEXT = Array.from({ length: WORDS }, (_, n) => n.toString(36).padStart(WORD - 1, "x")).join(" ");

/** The command that tags the n-th word. */
export function tagWord(n: number) {
  const span = { start: n * WORD, end: n * WORD + WORD - 1 };
  return { type: "addTag", tag: TagId.parse(v7()), as: "claim", span, attributes: {} } as const;
}

/** Founds the newsroom on an embedded database of its own. */
export async function openNewsroom(): Promise<BenchNewsroom & { home: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "galley-bench-"));
  const embedded = await startEmbedded({ dataDir: folder });
  const newsroom = await foundNewsroom(embedded.url);
  return {
    ...newsroom,
    home: embedded.home,
    async stop() {
      await newsroom.stop();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Founds the newsroom on a database that is empty. */
export async function foundNewsroom(url: string): Promise<BenchNewsroom> {
  const { db, close } = connect(url, { max: 20 });
  const { migrate } = await import("~/db/migrate");
  await migrate(url);
  const room = await newsroomWithDesks(db, "bench");
  const writer = await room.member("Writer", ["copy-editor"]);
  return {
    db,
    room,
    writer,
    url,
    async article() {
      const articleId = asId("article", v7());
      const about = { articleId, commandId: CommandId.parse(v7()), language: "en", again: true };
      await addArticle({ db, person: writer, now: Date.now }, room.id, { raw: TEXT, about });
      return articleId;
    },
    stop: () => close(),
  };
}

export interface Served {
  /** Where it is reached, and the port of the server itself. */
  readonly origin: string;
  readonly port: number;
  /** The Cookie header of a browser of that person's, signed in just now. */
  readonly signIn: (person: UserId) => Promise<string>;
  /** The resident memory of all its processes after their garbage was collected, in kilobytes. */
  readonly memory: () => Promise<number>;
  /** Has its processes replaced in turn. */
  readonly restart: () => void;
  /** Kills the server outright, all its processes. */
  readonly kill: () => Promise<void>;
  /** Serves again at the same address, after it was killed; done when it is ready. */
  readonly serveAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the newsroom by the production build in so many processes, as a deployment with DATABASE_URL does.
 * @param further settings of that deployment; NEXTAUTH_URL is where it is reached, itself unless told
 */
export async function serveNewsroom(
  { db, url }: { db: Database; url: string },
  processes: number,
  further: Record<string, string> = {},
): Promise<Served> {
  const port = await freePort();
  const self = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), "galley-bench-"));
  const settings = {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: self,
    GALLEY_DATA: folder,
    ...further,
  };
  const env = {
    ...process.env,
    ...settings,
    ...answeringForMemory(folder),
    HOST: "127.0.0.1",
    LOG_LEVEL: "fatal",
  };
  const serve = () => startServer(self, { ...env, PORT: String(port), PROCESSES: String(processes) });
  let server = await serve();
  // Cookies are sealed as the server seals them.
  const { instanceName } = await import("~/server/boot/secret");
  Object.assign(process.env, settings);
  const cookiesOf = { instance: instanceName(folder, port), origin: settings.NEXTAUTH_URL };
  const { sealSession } = await import("~/server/auth/token");
  const { cookieName } = await import("~/server/auth/cookies");
  return {
    origin: settings.NEXTAUTH_URL,
    port,
    async signIn(person) {
      const id = SessionId.parse(randomUUID());
      await openSession(db, { id, person, userAgent: "bench", now: new Date() });
      return `${cookieName("session", cookiesOf)}=${await sealSession(id)}`;
    },
    memory: () => memoryAt(folder),
    restart: () => void process.kill(server.pid, "SIGUSR2"),
    kill: () => server.end("SIGKILL"),
    async serveAgain() {
      server = await serve();
    },
    async stop() {
      await server.end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the real server and waits until it is ready. @throws Error when it ends before */
async function startServer(origin: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/boot/main.ts"], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (;;) {
    if (child.exitCode !== null) throw new Error("The server did not start.");
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) break;
    await pause(100);
  }
  return {
    pid: child.pid ?? 0,
    end(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Carries out a command without a server between. */
export async function write(
  { db, writer }: Pick<BenchNewsroom, "db" | "writer">,
  article: ArticleId,
  n: number,
): Promise<void> {
  await execute({ db, person: writer, now: Date.now }, article, CommandId.parse(v7()), tagWord(n));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address ? address.port : 0;
}
