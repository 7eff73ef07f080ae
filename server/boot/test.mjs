/** `npm test`, and with --fast `npm run check`: what runs before anything is installed; the rest is test.ts. */
import { ensureInstalled, nodeProblem } from "./install.mjs";
import { project, runTypeScript } from "./launcher.mjs";
import { giveUp } from "./progress.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) giveUp(problem);

try {
  process.chdir(project);
  await ensureInstalled();
  process.exitCode = await runTypeScript("test.ts", process.argv.slice(2), { NODE_ENV: undefined });
} catch (error) {
  giveUp(error);
}
