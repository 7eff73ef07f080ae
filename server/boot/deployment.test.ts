import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readEnv, variableNames } from "~/server/env";
import { sources } from "./build";
import { nodeProblem } from "./install.mjs";

/** No Docker engine is needed to hold the container files against what they talk about. */

const Compose = z.object({
  services: z.object({
    postgres: z.object({
      environment: z.record(z.string(), z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }),
    }),
    galley: z.object({
      build: z.literal("."),
      environment: z.record(z.string(), z.union([z.string(), z.number()])),
      depends_on: z.object({ postgres: z.object({ condition: z.literal("service_healthy") }) }),
      ports: z.array(z.string()),
      volumes: z.array(z.string()),
    }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, volumes } = Compose.parse(parse(readFileSync("docker-compose.yml", "utf8")));

/** As compose fills in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = values[name] ?? (kind === "-" ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set: ${rest ?? ""}`);
    return value;
  });
}

function environmentWith(values: Record<string, string>): Record<string, string> {
  const entries = Object.entries(services.galley.environment);
  return Object.fromEntries(entries.map(([name, text]) => [name, interpolate(String(text), values)]));
}

const given = {
  POSTGRES_PASSWORD: "p4ssw0rd",
  NEXTAUTH_SECRET: "q3Zt7vB1yW9rK5mN0pL8sD2fG6hJ4xCa",
  NEXTAUTH_URL: "https://galley.example.org",
};

describe("docker-compose.yml", () => {
  it("gives the server variables that it knows, and all that it needs", () => {
    expect(Object.keys(services.galley.environment).filter((name) => !variableNames.includes(name))).toEqual(
      [],
    );
    const env = readEnv(environmentWith(given));
    expect(env.DATABASE_URL).toBe("postgres://galley:p4ssw0rd@postgres:5432/galley");
  });

  it.each(Object.keys(given))("does not start without %s", (name) => {
    const { [name as keyof typeof given]: _, ...rest } = given;
    expect(() => environmentWith(rest)).toThrow(name);
  });

  it("points at the database that its own Postgres makes", () => {
    const { POSTGRES_USER, POSTGRES_DB } = services.postgres.environment;
    expect(environmentWith(given).DATABASE_URL).toContain(`//${POSTGRES_USER}:`);
    expect(environmentWith(given).DATABASE_URL?.endsWith(`/${POSTGRES_DB}`)).toBe(true);
    expect(services.postgres.healthcheck.test).toContain("pg_isready");
  });

  it("opens the port to this machine alone, and keeps data in volumes that it declares", () => {
    expect(services.galley.ports).toEqual(["127.0.0.1:3000:3000"]);
    for (const volume of services.galley.volumes)
      expect(Object.keys(volumes)).toContain(volume.split(":")[0]);
  });
});

describe("the Dockerfile", () => {
  const text = readFileSync("Dockerfile", "utf8").replaceAll("\\\n", " ");
  const lines = text.split("\n");
  const valueOf = (instruction: string) =>
    lines
      .findLast((line) => line.startsWith(`${instruction} `))
      ?.slice(instruction.length + 1)
      .trim() ?? "";

  it("uses a Node that Galley runs on", () => {
    const [, version = ""] = /^FROM node:([\d.]+)-/m.exec(text) ?? [];
    expect(nodeProblem(version)).toBeUndefined();
  });

  it("sets variables that the server knows", () => {
    const names = lines
      .filter((line) => line.startsWith("ENV "))
      .flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name!));
    expect(names.length).toBeGreaterThan(3);
    const known = [...variableNames, "NODE_ENV", "NEXT_TELEMETRY_DISABLED"];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("runs scripts and files that are there", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    for (const [, script] of text.matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script);
    const command = z.array(z.string()).parse(JSON.parse(valueOf("CMD")));
    expect(existsSync(command.at(-1) ?? "")).toBe(true);
  });

  it("runs as an ordinary user, and asks the server itself whether it is healthy", () => {
    expect(valueOf("USER")).toBe("node");
    const [, path = ""] = /\$\{process\.env\.PORT\}(\/[\w/]+)/.exec(valueOf("HEALTHCHECK")) ?? [];
    expect(existsSync(`app${path}/route.ts`)).toBe(true);
    expect(valueOf("VOLUME")).toBe("/data");
  });

  it("is given everything that the build reads", () => {
    const allowed = readFileSync(".dockerignore", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(sources.filter((source) => existsSync(source) && !allowed.includes(source))).toEqual([]);
    for (const file of ["package.json", "tsconfig.json", ".npmrc"]) expect(allowed).toContain(file);
  });
});

describe(".env.example", () => {
  it("explains every variable that a person may set, and no other", () => {
    const named = [...readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z_]+)=/gm)].map(
      ([, name]) => name!,
    );
    const settable = variableNames.filter((name) => name !== "GALLEY_INSTANCE");
    expect(named.sort()).toEqual([...settable, "POSTGRES_PASSWORD"].sort());
  });
});
