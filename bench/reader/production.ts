import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { describePassage } from "~/core/anchor";
import type { Dossier } from "~/core/shapes/dossier";
import { parseAttributes } from "~/core/scheme";
import { galleyJson } from "~/server/formats/galley-json";
import { NEWSROOM, SCHEME } from "./article";
import { idNumber, makeMaterial, type Size } from "./material";

/** Galley as people run it: the real start, on data of its own, with articles that come in by its own import. */
export interface Production {
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws when the start does not come up, with what it printed */
export async function startGalley(): Promise<Production> {
  const data = await mkdtemp(path.join(tmpdir(), "galley-bench-"));
  const child = spawn(process.execPath, ["server/boot/start.mjs"], {
    env: {
      ...process.env,
      GALLEY_DATA: data,
      PORT: "0",
      DATABASE_URL: "",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Open\s+(http:\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(printed)));
  });
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

const Answer = z.object({ articles: z.array(z.object({ article: z.string(), tags: z.number() })).length(1) });

/** Imports an article of that size from the page of somebody who is signed in. @returns its id */
export async function importArticle(page: Page, newsroom: string, size: Size): Promise<string> {
  let file = "";
  const context = { exportedAt: AT, origin: "", schemes: [SCHEME] };
  for await (const piece of galleyJson.write(one(makeDossier(size)), context)) file += piece;
  const answer = await page.evaluate(
    async ({ file, newsroom }) => {
      const body = new FormData();
      body.set("file", new File([file], "measured.json"));
      const headers = { "x-galley": "1" };
      const response = await fetch(`/api/import?newsroom=${newsroom}`, { method: "POST", headers, body });
      return response.text();
    },
    { file, newsroom },
  );
  const [imported] = Answer.parse(JSON.parse(answer)).articles;
  if (imported?.tags !== size.tags) throw new Error(`Not all tags came in: ${answer.slice(0, 2_000)}`);
  return imported.article;
}

const AT = "2026-11-01T00:00:00.000Z";

async function* one<Item>(item: Item): AsyncGenerator<Item> {
  yield await Promise.resolve(item);
}

function makeDossier(size: Size): Dossier {
  const { text, passages } = makeMaterial(size, SCHEME.types.length);
  const review = { state: "open", verdict: null, approval: null } as const;
  return {
    threads: [],
    newsroom: { name: NEWSROOM.name, slug: NEWSROOM.slug },
    article: {
      id: idNumber(size.words),
      title: `${size.words} words`,
      language: "en",
      direction: "ltr",
      sourceUrl: null,
      desk: null,
      author: "Nora Falk",
      createdAt: AT,
      state: "draft",
      restricted: false,
      revision: { number: 1, digest: null },
      imported: null,
    },
    text,
    blocks: [],
    scheme: SCHEME,
    evidence: [],
    tags: passages.flatMap((passage) => {
      const type = SCHEME.types[passage.type];
      if (!type) return [];
      const { start, end, exact, prefix, suffix } = describePassage(text, 1, passage);
      const attributes = Object.fromEntries(
        Object.entries(parseAttributes(type, {})).flatMap(([name, value]) =>
          typeof value === "object" ? [] : [[name, value] as const],
        ),
      );
      return [
        {
          ...{ id: passage.id, type: type.name, start, end, exact, prefix, suffix, attributes },
          ...review,
          ...{ note: null, author: "Nora Falk", at: AT, evidence: [], links: [], imported: null },
        },
      ];
    }),
  };
}
