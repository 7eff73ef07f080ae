/** Runs every suite, whatever the earlier ones came to, and ends with one line `N passed, N failed`. */
import { followLauncher } from "./leash";
import { say, seconds } from "./progress.mjs";
import { suites, type Outcome } from "./suites";

const fast = process.argv.includes("--fast");
const rows: string[] = [];
let passed = 0;
let failed = 0;

const letGo = followLauncher();
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

for (const suite of suites.filter((each) => each.fast || !fast)) {
  const began = performance.now();
  say(`${suite.name} …`);
  const outcome = await suite.run().catch(asFailure);
  passed += outcome.passed;
  failed += outcome.failed;
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : "";
  rows.push(
    `${outcome.failed === 0 ? "✓" : "✗"} ${suite.name.padEnd(20)}${seconds(began)}  ${outcome.passed} passed, ${outcome.failed} failed${skipped}`,
  );
  if (outcome.failed > 0) say(`${outcome.output.trimEnd()}\n`);
}

say(`\n${rows.join("\n")}\n`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
letGo();

function asFailure(error: unknown): Outcome {
  const output = error instanceof Error ? error.message : String(error);
  return { passed: 0, failed: 1, skipped: 0, output };
}
