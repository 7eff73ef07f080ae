import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ONE } from "~/core/testing";
import { type Block, blocksOf, type Inline } from "./markdown";

/** As HTML would be, to read it here. */
function shown(blocks: readonly Block[]): string {
  const inline = (one: Inline): string => {
    switch (one.kind) {
      case "text":
        return one.text;
      case "break":
        return "<br>";
      case "code":
        return `<code>${one.text}</code>`;
      case "mention":
        return `<at>${one.name}</at>`;
      case "link":
        return `<a ${one.href}>${one.inside.map(inline).join("")}</a>`;
      default:
        return `<${one.kind}>${one.inside.map(inline).join("")}</${one.kind}>`;
    }
  };
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? `<p>${block.inside.map(inline).join("")}</p>`
        : `<${block.ordered ? "ol" : "ul"}>${block.items.map((item) => `<li>${item.map(inline).join("")}</li>`).join("")}</>`,
    )
    .join("");
}

describe("what comments are written in", () => {
  const cases: [string, string, string][] = [
    ["words", "Who says so?", "<p>Who says so?</p>"],
    ["line ends and paragraphs", "a\nb\n\n\nc", "<p>a<br>b</p><p>c</p>"],
    [
      "strong and emphasis",
      "**a** *b* __c__ _d_",
      "<p><strong>a</strong> <emphasis>b</emphasis> <strong>c</strong> <emphasis>d</emphasis></p>",
    ],
    ["one in the other", "**a *b* c**", "<p><strong>a <emphasis>b</emphasis> c</strong></p>"],
    ["signs in words and sums", "snake_case_name 2*3*4 * a *", "<p>snake_case_name 2*3*4 * a *</p>"],
    ["a sign left open", "**a and `b", "<p>**a and `b</p>"],
    ["code, as it is", "`**a** <b>`", "<p><code>**a** <b></code></p>"],
    [
      "a link",
      "[the *minutes*](https://a.example/x?y=1)",
      "<p><a https://a.example/x?y=1>the <emphasis>minutes</emphasis></a></p>",
    ],
    [
      "a bare address",
      "see https://a.example/x, and",
      "<p>see <a https://a.example/x>https://a.example/x</a>, and</p>",
    ],
    ["mail", "[m](mailto:a@b.example)", "<p><a mailto:a@b.example>m</a></p>"],
    ["a mention", `[@Ana](person:${ONE})?`, "<p><at>Ana</at>?</p>"],
    [
      "a list",
      "so:\n- a\n- *b*\nend",
      "<p>so:</p><ul><li>a</li><li><emphasis>b</emphasis></li></><p>end</p>",
    ],
    ["numbers", "1. a\n2) b", "<ol><li>a</li><li>b</li></>"],
    [
      "HTML, as it is",
      "<script>x</script> <img src=x onerror=y>",
      "<p><script>x</script> <img src=x onerror=y></p>",
    ],
  ];
  it.each(cases)("%s", (_, text, html) => {
    expect(shown(blocksOf(text))).toBe(html);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//a.example",
    "/x",
    "java\nscript:x",
  ])("leads nowhere but to the web and mail: %s", (target) => {
    expect(shown(blocksOf(`[a](${target})`))).not.toContain("<a ");
  });

  it("loses no word, whatever is written", () => {
    const part = fc.constantFrom(
      "a",
      "b ",
      "*",
      "**",
      "_",
      "`",
      "[",
      "](",
      ")",
      "\n",
      "- ",
      "1. ",
      "https://x.y/",
      "<",
      "é",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const letters = (of: string) => of.replace(/[^abé]/g, "");
        const read = shown(blocksOf(text)).replace(
          /<\/?(p|ul|ol|li|br|code|strong|emphasis|a [^>]*|a|at)?>/g,
          "",
        );
        expect(letters(read)).toBe(letters(text));
      }),
    );
  });

  it("is read at once, however it is meant", () => {
    for (const text of [
      "*".repeat(5_000),
      "[".repeat(5_000),
      "**a".repeat(1_600),
      "`".repeat(4_999),
      "[a](".repeat(1_250),
    ]) {
      const start = performance.now();
      blocksOf(text);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
