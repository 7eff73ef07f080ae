import { constants } from "node:fs";
import { access, readFile, stat, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { connect, type Database } from "~/db/client";
import { findEmbedded, startEmbedded } from "~/db/embedded";
import { missingMigrations } from "~/db/applied";
import { proveSoundness } from "~/db/queries/soundness";
import { reachServer } from "~/db/server";
import { postBy } from "~/server/digests/post";
import { readEnv, type Env } from "~/server/env";
import { isBuilt } from "./build";
import { nodeProblem, presentInstallProblem } from "./install.mjs";
import { onEnd } from "./ending";
import { say } from "./progress.mjs";
import { dataNote, findServing } from "./serving";

/** What one look found: fine, worth knowing, or in the way of a start; the last two with their mend. */
type Finding =
  | { readonly state: "OK"; readonly words: string }
  | { readonly state: "WARN" | "FAIL"; readonly words: string; readonly mend: string };

const ok = (words: string): Finding => ({ state: "OK", words });
const warn = (words: string, mend: string): Finding => ({ state: "WARN", words, mend });
const fail = (words: string, mend: string): Finding => ({ state: "FAIL", words, mend });

/**
 * `npm run doctor`: looks at everything a start needs, changes nothing, and prints a line for each.
 *
 * @returns the exit code: 1 when something failed
 */
export async function doctor(source: NodeJS.ProcessEnv): Promise<number> {
  let failed = 0;
  const report = (name: string, finding: Finding) => {
    if (finding.state === "FAIL") failed += 1;
    say(`${finding.state.padEnd(4)}  ${name.padEnd(12)}  ${finding.words}`);
    if (finding.state !== "OK") say(`${" ".repeat(20)}→ ${finding.mend}`);
  };

  report("Node", lookAtNode());
  report("Packages", lookAtPackages());
  let env: Env;
  try {
    env = readEnv(source);
    report("Settings", lookAtSettings(env));
  } catch (error) {
    report(
      "Settings",
      fail(wordsOf(error), "Mend them in the environment or in .env; .env.example explains each."),
    );
    return 1;
  }
  report("Disk", await lookAtDisk(env));
  report("Data folder", await lookAtDataFolder(env));
  report("Secret", await lookAtSecret(env));
  report("Port", await lookAtPort(env));
  report("Build", await lookAtBuild());
  report("E-mail", await lookAtMail(env));
  for (const [name, finding] of await lookAtDatabase(env)) report(name, finding);
  say(
    failed === 0
      ? "\nNothing stands in the way of npm start."
      : `\n${failed} to mend before npm start can work.`,
  );
  return failed === 0 ? 0 : 1;
}

function lookAtNode(): Finding {
  const problem = nodeProblem(process.versions.node);
  return problem ? fail(problem, "Install a newer Node.") : ok(process.versions.node);
}

function lookAtPackages(): Finding {
  const problem = presentInstallProblem();
  return problem ? fail(problem, "npm ci") : ok("as in package-lock.json");
}

function lookAtSettings(env: Env): Finding {
  if (env.NEXTAUTH_URL?.startsWith("http://") && !/^http:\/\/(localhost|127\.)/.test(env.NEXTAUTH_URL)) {
    return warn(
      `NEXTAUTH_URL is ${env.NEXTAUTH_URL}: passwords travel in the clear.`,
      "Put a proxy with https before Galley and set NEXTAUTH_URL to its https:// address.",
    );
  }
  return ok(env.NEXTAUTH_URL ? `people open ${env.NEXTAUTH_URL}` : "the defaults, for this machine alone");
}

async function lookAtDisk(env: Env): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestFolder(env.GALLEY_DATA));
  const gigabytes = (bavail * bsize) / 1e9;
  const words = `${gigabytes.toFixed(1)} GB free`;
  const mend = "Free some space, or set GALLEY_DATA to a folder on a larger disk.";
  if (gigabytes < 0.3) return fail(words, mend);
  return gigabytes < 2 ? warn(words, mend) : ok(words);
}

async function lookAtDataFolder(env: Env): Promise<Finding> {
  const folder = await nearestFolder(env.GALLEY_DATA);
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(path.resolve(env.GALLEY_DATA));
  } catch {
    return fail(
      `${folder} is not writable for this user.`,
      "Change its owner, or set GALLEY_DATA to a folder of yours.",
    );
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const here = path.resolve(folder);
  return stat(here).then(
    () => here,
    () => nearestFolder(path.dirname(here)),
  );
}

async function lookAtSecret(env: Env): Promise<Finding> {
  if (env.NEXTAUTH_SECRET !== undefined) return ok("given by NEXTAUTH_SECRET");
  const file = path.join(env.GALLEY_DATA, "secret");
  const mode = await stat(file).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  if (mode === undefined) return ok("made at the first start");
  if ((mode & 0o077) !== 0) return fail(`${file} can be read by others.`, `chmod 600 ${file}`);
  const secret = await readFile(file, "utf8").catch(() => "");
  return secret.trim().length < 32
    ? fail(`${file} is damaged or not yours.`, `Delete it; everybody signs in anew.`)
    : ok(file);
}

async function lookAtPort(env: Env): Promise<Finding> {
  const address = await findServing(dataNote(env.GALLEY_DATA, false));
  if (address) return ok(`Galley is running at ${address}`);
  if (await isFree(env.HOST, env.PORT)) return ok(`${env.HOST}:${env.PORT} is free`);
  const words = `${env.HOST}:${env.PORT} is taken by another program.`;
  return env.DATABASE_URL === undefined
    ? warn(words, "Galley will take the next free port; set PORT for another.")
    : fail(words, "Stop the other program, or set PORT.");
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen({ host, port }, () => server.close(() => resolve(true)));
  });
}

async function lookAtBuild(): Promise<Finding> {
  return ok((await isBuilt()) ? "as new as the sources" : "made at the next start");
}

/** Whether letters with what people have not read would go out. Nothing else waits for them. */
export async function lookAtMail({
  SMTP_URL,
  MAIL_FROM,
  WORKER,
}: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "WORKER">): Promise<Finding> {
  if (!SMTP_URL || !MAIL_FROM) return ok("none: without SMTP_URL nobody gets letters");
  const { host } = new URL(SMTP_URL);
  try {
    await postBy({ SMTP_URL, MAIL_FROM }).ask();
  } catch (error) {
    return warn(
      `${host} takes no letters: ${wordsOf(error)}`,
      "Check SMTP_URL and that the server runs. Until it takes letters they wait.",
    );
  }
  return WORKER === "none"
    ? warn(
        `${host} takes letters, and WORKER=none sends none from here.`,
        "Let a worker run elsewhere, or take WORKER away.",
      )
    : ok(`${host} takes letters from ${MAIL_FROM}`);
}

async function lookAtDatabase(env: Env): Promise<[string, Finding][]> {
  let url = env.DATABASE_URL;
  try {
    if (url === undefined) {
      if (!(await findEmbedded(env.GALLEY_DATA))) return [["Database", ok("made at the first start")]];
      const embedded = await startEmbedded({ dataDir: env.GALLEY_DATA });
      onEnd(() => embedded.stop());
      url = embedded.url;
    }
    const version = await reachServer(url);
    return [["Database", ok(`Postgres ${version} answers`)], ...(await lookInside(url))];
  } catch (error) {
    const mend = env.DATABASE_URL
      ? "Check DATABASE_URL and that the server runs."
      : "The data are untouched. Look into postgres.log in the data folder.";
    return [["Database", fail(wordsOf(error), mend)]];
  }
}

async function lookInside(url: string): Promise<[string, Finding][]> {
  const { db, close } = connect(url, { max: 1 });
  try {
    const missing = await missingMigrations(db);
    if (missing.length > 0)
      return [["Migrations", warn(`${missing.length} to apply`, "The next start applies them.")]];
    return [
      ["Migrations", ok("all applied")],
      ["Articles", await lookAtArticles(db)],
    ];
  } finally {
    await close();
  }
}

async function lookAtArticles(db: Database): Promise<Finding> {
  const { articles, anchors, flaws } = await proveSoundness(db);
  if (flaws.length === 0) return ok(`${articles} with whole logs, ${anchors} anchors on their exact words`);
  const shown = flaws.slice(0, 5).join("; ");
  return fail(
    flaws.length > 5 ? `${shown}; and ${flaws.length - 5} more` : shown,
    "Somebody changed the database by hand, or a disk failed. Keep a copy, and go back to a backup.",
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
