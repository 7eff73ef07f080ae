/**
 * `npm start`, `npm run dev`, `npm run doctor` and `npm run db:reset`. This file and those it imports run
 * before anything is installed, so they use Node alone; the rest of the boot is TypeScript, in main.ts.
 */
import { ensureInstalled, nodeProblem } from "./install.mjs";
import { project, runTypeScript } from "./launcher.mjs";
import { giveUp, say } from "./progress.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) giveUp(problem);

try {
  process.chdir(project);
  const args = process.argv.slice(2);
  const development = args.includes("--dev");
  say("Galley");
  await ensureInstalled();
  process.exitCode = await runTypeScript("main.ts", args, {
    NODE_ENV: development ? "development" : "production",
  });
} catch (error) {
  giveUp(error);
}
