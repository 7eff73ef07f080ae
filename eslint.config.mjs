import next from "eslint-config-next/core-web-vitals";
import prettier from "eslint-config-prettier";
import jsxA11y from "eslint-plugin-jsx-a11y";
import tseslint from "typescript-eslint";

/** What each room may import from the others (DESIGN: core ← db ← server ← app); `check` proves it by planted violations. */
const rooms = {
  core: { mayNot: ["db", "server", "app", "e2e", "bench", "deploy"] },
  db: { mayNot: ["server", "app", "e2e", "bench", "deploy"] },
  server: { mayNot: ["app", "e2e", "bench", "deploy"] },
  app: { mayNot: ["db", "e2e", "bench", "deploy"] },
  e2e: { mayNot: ["core", "db", "server", "app", "bench", "deploy"] },
};

/** What the rules of an article are kept from: they run in the browser, which comes without zod. */
const schemas = {
  regex: "^(zod|(\\.|~/core)/shapes/.*)$",
  allowTypeImports: true,
  message:
    "Rules run in the browser, without zod: schemas stand in core/shapes, and rules take types from there.",
};

/** @param {keyof typeof rooms} room */
function walls(room) {
  const patterns = [
    { group: ["../*"], message: "Between folders, write ~/room/…; inside one, ./x." },
    { group: rooms[room].mayNot.map((other) => `~/${other}/*`), message: `${room}/ may not import upward.` },
  ];
  if (room === "core") {
    patterns.push({
      regex: "^(?!zod$|vitest$|fast-check$|~/core/|\\./)",
      message: "core/ imports zod and itself only.",
    });
  }
  if (room === "app") {
    patterns.push({
      regex: "^~/server/(?!caller$|auth$|routers$|trpc-client$|http/)",
      allowTypeImports: true,
      message: "app/ reaches the server through its caller and its route handlers only.",
    });
  }
  if (room !== "db")
    patterns.push({ group: ["drizzle-orm", "drizzle-orm/*", "postgres"], message: "All SQL lives in db/." });
  return patterns;
}

export default tseslint.config(
  { ignores: [".next/**", ".galley/**", "next-env.d.ts", "playwright-report/**", "test-results/**"] },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, varsIgnorePattern: "^_", argsIgnorePattern: "^_" },
      ],
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
    },
  },
  {
    files: ["{core,db,server,app,e2e}/**/*.{ts,tsx}"],
    ignores: ["core/ids.ts", "**/*.test.{ts,tsx}", "e2e/**"],
    rules: { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }] },
  },
  ...Object.keys(rooms).map((room) => ({
    files: [`${room}/**/*.{ts,tsx}`],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: walls(room) }] },
  })),
  {
    files: ["core/**/*.ts"],
    // The rules of a newsroom run on the server alone.
    ignores: [
      "core/shapes/**",
      "core/{decide,evolve}-newsroom.ts",
      "core/**/*.test.ts",
      "core/**/*testing*.ts",
    ],
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [...walls("core"), schemas] }],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off", "@typescript-eslint/unbound-method": "off" },
  },
  prettier,
);
