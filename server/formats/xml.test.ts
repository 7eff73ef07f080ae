import fc from "fast-check";
import { expect, test } from "vitest";

import { keptText } from "./fixtures/dossiers";
import { countUnwritable, writable, xmlAttribute, xmlElement, xmlText } from "./xml";

test("no markup gets out of a text or an attribute", () => {
  fc.assert(
    fc.property(keptText, (text) => {
      for (const written of [xmlText(text), xmlAttribute(text)]) {
        expect(written).not.toMatch(/[<>\r\u0001-\u0008\u000b\ufffe\uffff]/);
        expect(written.replace(/&(amp|lt|gt|quot|#9|#10|#13);/g, "")).not.toContain("&");
      }
      expect(xmlAttribute(text)).not.toMatch(/["\t\n]/);
    }),
  );
});

test.each([
  ["a\u0001b", "a\ufffdb", 1],
  ["a\u000bb\uffff", "a\ufffdb\ufffd", 2],
  ["🙂\t\n", "🙂\t\n", 0],
])("%j becomes %j, of the same length", (text, written, count) => {
  expect(writable(text)).toBe(written);
  expect(written).toHaveLength(text.length);
  expect(countUnwritable(text)).toBe(count);
});

test("an attribute without a value is not there, nor is an empty end", () => {
  expect(xmlElement("a", { b: null, c: 'x"y' })).toBe('<a c="x&quot;y"/>');
  expect(xmlElement("a", {}, "1 < 2")).toBe("<a>1 &lt; 2</a>");
});
