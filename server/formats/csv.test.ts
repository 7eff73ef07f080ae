import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { csv, guardCell, unguardCell } from "./csv";
import { anyDossier, eachOf, joined, keptText, WRITING } from "./fixtures/dossiers";

const read = (file: string): Record<string, string>[] =>
  parse<Record<string, string>>(file, { columns: true, bom: true, record_delimiter: "\r\n" });
const write = (dossiers: Parameters<typeof eachOf>[0]) => joined(csv.write(eachOf(dossiers), WRITING));

describe("the formula guard", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["plain", "plain"],
    ["it's", "it's"],
    ["'tis", "''tis"],
    ["a\n=1", "a\n'=1"],
    ["a\r\n@x", "a\r\n'@x"],
    ["\n=1", "'\n'=1"],
    ["＝1", "'＝1"],
    ["\tx", "'\tx"],
    ["", ""],
  ])("%j becomes %j and comes back", (cell, guarded) => {
    expect(guardCell(cell)).toBe(guarded);
    expect(unguardCell(guarded)).toBe(cell);
  });

  test("leaves no line that a spreadsheet would run, and comes off without a trace", () => {
    const cell = fc.oneof(keptText, fc.stringMatching(/^[=+\-@'"\t\r\n a]{0,12}$/));
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardCell(text);
        for (const line of guarded.split(/[\r\n\u2028\u2029\u0085\v\f]/))
          expect(line).not.toMatch(/^[=+\-@\t＝＋－＠]/);
        expect(unguardCell(guarded)).toBe(text);
      }),
    );
  });
});

describe("CSV", () => {
  test("every cell reads back; offsets select the words in code points", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { maxLength: 2 }), async (dossiers) => {
        const rows = read(await write(dossiers));
        const tags = dossiers.flatMap((dossier) =>
          dossier.tags.map((tag) => ({ tag, points: Array.from(dossier.text) })),
        );
        expect(rows).toHaveLength(tags.length);
        tags.forEach(({ tag, points }, index) => {
          const cells = Object.fromEntries(
            Object.entries(rows[index]!).map(([name, cell]) => [name, unguardCell(cell)]),
          );
          expect(cells).toMatchObject({
            tag_id: tag.id,
            exact: tag.exact,
            prefix: tag.prefix,
            suffix: tag.suffix,
            author: tag.author,
            note: tag.note === null ? "" : typeof tag.note === "string" ? tag.note : "[removed]",
            links: tag.links.map(({ kind, target }) => `${kind} ${target}`).join("\n"),
            self_approved: tag.approval ? (tag.approval.self ? "yes" : "no") : "",
          });
          expect(points.slice(Number(cells.start), Number(cells.end)).join("")).toBe(tag.exact);
        });
      }),
    );
  });

  test("begins with a byte-order mark, ends rows with CRLF, and names every attribute once", async () => {
    const file = await write([]);
    expect(file).toMatch(/^\uFEFFnewsroom,.*\r\n$/);
    const header = file.trim().split(",");
    expect(new Set(header).size).toBe(header.length);
    expect(header).toContain("attribute_speaker");
  });
});
