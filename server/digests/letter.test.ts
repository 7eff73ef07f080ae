import { expect, it } from "vitest";

import { ArticleId } from "~/core/shapes/ids";
import { ARTICLE, idNumber, tagNumber, threadNumber } from "~/core/testing";
import type { LetterNotice } from "~/db/queries/digests";
import { letterOf } from "./letter";

const OTHER = ArticleId.parse(idNumber(0xaa));
const notice: LetterNotice = {
  article: ARTICLE,
  seq: 7,
  title: "Harbour wall",
  topic: "mention",
  actor: "Ines Okoro",
  tag: null,
  thread: threadNumber(1),
  count: 1,
};
const BASE = "https://galley.example.org";

it("stands by article, each line a link, in words and in HTML", () => {
  const given: LetterNotice = { ...notice, topic: "assignment", thread: null, tag: tagNumber(1) };
  const secret: LetterNotice = { ...notice, article: OTHER, title: null };
  const { subject, text, html, choose } = letterOf("Samir", [notice, given, secret], BASE);
  expect(subject).toBe("3 notices in Galley");
  expect(text).toContain(
    [
      "Harbour wall",
      `- Ines Okoro mentioned you\n  ${BASE}/articles/${ARTICLE}#thread=${threadNumber(1)}`,
      `- Ines Okoro gave you a tag to work on\n  ${BASE}/articles/${ARTICLE}#tag=${tagNumber(1)}`,
      "",
      "An article that letters do not name",
    ].join("\n"),
  );
  expect(html.match(/<h2.*<\/h2>/g)).toEqual([
    '<h2 dir="auto">Harbour wall</h2>',
    '<h2 dir="auto">An article that letters do not name</h2>',
  ]);
  expect(html).toContain(`<a href="${BASE}/articles/${ARTICLE}#tag=${tagNumber(1)}">`);
  for (const words of [text, html]) expect(words).toContain(choose);
});

it("lets no name or title write HTML", () => {
  const odd = "<img src=x onerror=\"alert('a')\"> & Co";
  const { html } = letterOf(odd, [{ ...notice, title: odd, actor: odd }], BASE);
  expect(html).not.toContain("<img");
  expect(html.match(/&#60;img src=x onerror=&#34;alert/g)).toHaveLength(3);
});

it("tells of fifty one by one, and how many more there are", () => {
  const { subject, text } = letterOf("Samir", new Array<LetterNotice>(70).fill(notice), BASE);
  expect(subject).toBe("70 notices in Galley");
  expect(text.match(/mentioned you/g)).toHaveLength(50);
  expect(text).toContain(`… and 20 more: ${BASE}`);
});
