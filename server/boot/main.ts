/**
 * The boot: everything between `npm start` and a newsroom that answers. `start.mjs` has checked Node and
 * the packages and runs this file with tsx; a container runs it directly. Steps print a line each; what
 * they open they register with `onEnd`, so that Ctrl-C at any point leaves nothing running.
 */
import { existsSync } from "node:fs";
import { readEnv } from "~/server/env";
import { buildIfNeeded } from "./build";
import { doctor } from "./doctor";
import { end, listenForEnd } from "./ending";
import { step } from "./progress.mjs";
import { reset } from "./reset";
import { start } from "./start";

listenForEnd();
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const flags = process.argv.slice(2);
  if (flags.includes("--doctor")) await end(await doctor(process.env));
  if (flags.includes("--build")) {
    await step("Build", buildIfNeeded, (done) => done);
    await end(0);
  }
  const env = readEnv(process.env);
  if (flags.includes("--reset")) await end(await reset(env, flags.includes("--yes")));
  await start(env, flags.includes("--dev"));
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof Error && process.env.LOG_LEVEL === "debug")
    process.stderr.write(`\n${error.stack ?? ""}\n`);
  await end(1);
}
