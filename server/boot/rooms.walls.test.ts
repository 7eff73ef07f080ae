import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";

/** The project's own lint, without the rules that need the types of a file that is really there. */
const eslint = new ESLint({
  overrideConfig: [
    { files: ["**/*.{ts,tsx}"], ...tseslint.configs.disableTypeChecked },
    { files: ["**/*.{ts,tsx}"], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** What lint says against a file with this content, planted at this path. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const wall = "@typescript-eslint/no-restricted-imports";

describe("the walls between the rooms", () => {
  it.each([
    ["core/planted.ts", "~/db/client"],
    ["core/planted.ts", "~/server/execute"],
    ["core/planted.ts", "~/app/page"],
    ["core/planted.ts", "zod"],
    ["core/planted.ts", "./shapes/tag"],
    ["core/rules/planted.ts", "~/core/shapes/tag"],
    ["core/shapes/planted.ts", "~/db/client"],
    ["core/planted.ts", "react"],
    ["core/planted.ts", "node:fs"],
    ["core/planted.ts", "drizzle-orm"],
    ["db/planted.ts", "~/server/execute"],
    ["db/planted.ts", "~/app/page"],
    ["server/planted.ts", "~/app/page"],
    ["server/planted.ts", "drizzle-orm"],
    ["server/planted.ts", "drizzle-orm/pg-core"],
    ["server/planted.ts", "postgres"],
    ["app/planted.tsx", "~/db/client"],
    ["app/planted.tsx", "~/server/execute"],
    ["app/planted.tsx", "~/server/boot/serve"],
    ["app/planted.tsx", "postgres"],
    ["e2e/planted.ts", "~/core/tag"],
    ["e2e/planted.ts", "~/server/caller"],
    ["server/routers/planted.ts", "../trpc"],
    ["app/articles/planted.tsx", "../../db/client"],
  ])("refuse that %s imports %s", async (file, source) => {
    expect(await complaints(file, `import { x } from "${source}";\nx();\n`)).toContain(wall);
  });

  it.each([
    ["core/shapes/planted.ts", "zod"],
    ["core/shapes/planted.ts", "./tag"],
    ["core/planted.test.ts", "./shapes/tag"],
    ["core/planted.ts", "~/core/ids"],
    ["core/planted.ts", "./ids"],
    ["db/planted.ts", "drizzle-orm"],
    ["db/planted.ts", "~/core/ids"],
    ["server/planted.ts", "~/db/client"],
    ["server/planted.ts", "~/core/ids"],
    ["app/planted.tsx", "~/core/ids"],
    ["app/planted.tsx", "~/server/caller"],
  ])("let %s import %s", async (file, source) => {
    expect(await complaints(file, `import { x } from "${source}";\nx();\n`)).not.toContain(wall);
  });
});

describe("the conventions that lint holds", () => {
  it.each([
    ["as", "export const n = JSON.parse('1') as number;", "@typescript-eslint/consistent-type-assertions"],
    ["any", "export function f(x: any) { return x; }", "@typescript-eslint/no-explicit-any"],
    ["!", "export const f = (x?: string) => x!.length;", "@typescript-eslint/no-non-null-assertion"],
    ["console", "console.log(1);", "no-console"],
    ["more than 400 lines", "export {};\n".repeat(401), "max-lines"],
  ])("refuse %s", async (_, code, rule) => {
    expect(await complaints("core/planted.ts", code)).toContain(rule);
  });

  it("let `as const` be", async () => {
    expect(await complaints("core/planted.ts", "export const roles = ['reporter'] as const;\n")).toEqual([]);
  });
});
