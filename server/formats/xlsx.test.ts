import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { csv, unguardCell } from "./csv";
import { anyDossier, eachOf, filesOf, joined, WRITING } from "./fixtures/dossiers";
import { xlsx } from "./xlsx";
import { elementsNamed, parseXml, wordsIn, type XmlElement } from "./xml-read";

/** What a spreadsheet shows of a cell: escaped characters are read back. */
function shown(cell: XmlElement): string {
  return wordsIn(cell).replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function sheetOf(dossiers: Dossier[]): Promise<XmlElement[][]> {
  const files = await filesOf(xlsx, dossiers);
  for (const part of Object.values(files)) parseXml(part);
  const sheet = parseXml(files["xl/worksheets/sheet1.xml"]!);
  return [...elementsNamed("row", sheet)].map((row) => [...elementsNamed("c", row)]);
}

test("shows the rows of the CSV, every word of them, and no cell that runs", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDossier, { maxLength: 2 }), async (dossiers) => {
      const rows = await sheetOf(dossiers);
      const table = parse(await joined(csv.write(eachOf(dossiers), WRITING)), {
        bom: true,
        record_delimiter: "\r\n",
      });
      expect(rows.map((row) => row.map(shown))).toEqual(table.map((row) => row.map(unguardCell)));
      for (const cell of rows.flat()) {
        expect([...elementsNamed("f", cell)]).toEqual([]);
        expect(["inlineStr", undefined]).toContain(cell.attributes.t);
      }
    }),
    { numRuns: 40 },
  );
});

test("offsets are numbers; a passage too long for a cell is cut and counted; what looks escaped is not read so", async () => {
  const [base] = fc.sample(
    anyDossier.filter(({ tags }) => tags.length > 0),
    { seed: 3, numRuns: 1 },
  );
  const text = `_x0041_${"a".repeat(40_000)}`;
  const tag = {
    ...base!.tags[0]!,
    start: 0,
    end: text.length,
    exact: text,
    note: "_x0041_\u0001_x0041\u0002",
  };
  const dossier = { ...base!, text, tags: [tag] };
  const [head, row] = await sheetOf([dossier]);
  const cell = (name: string) => row![head!.findIndex((one) => wordsIn(one) === name)]!;
  expect(cell("end").attributes.t).toBeUndefined();
  expect(wordsIn(cell("end"))).toBe("40007");
  expect(shown(cell("exact"))).toBe(text.slice(0, 32_767));
  expect(wordsIn(cell("note"))).toBe("_x005F_x0041__x0001__x005F_x0041_x0002_");
  expect(xlsx.omissions.map(({ count }) => count(dossier))).toEqual([1]);
});
