import { describePassage } from "~/core/anchor";
import type { Slice } from "~/core/article";
import { guessBlocks } from "~/core/blocks";
import { ArticleId, NewsroomId, TagId, UserId } from "~/core/shapes/ids";
import { USUAL_RULES } from "~/core/gate";
import { NEW_LIFE } from "~/core/life";
import type { Newsroom } from "~/core/newsroom";
import type { Actor } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import { parseAttributes, type Scheme } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { idNumber, makeMaterial, type Size } from "./material";

/** The measured article as Galley holds it: the same in the page and in the server beside it. */

export const SCHEME: Scheme = QCU_1;
export const NEWSROOM: Newsroom = {
  id: NewsroomId.parse(idNumber(0xa0)),
  slug: "measured",
  name: "Measured Courier",
  deskKind: "full",
  fourEyes: "required",
  publicCorrections: "off",
  rules: USUAL_RULES,
};
export const ACTOR: Actor = { id: UserId.parse(idNumber(0xb0)), roles: ["managing-editor"] };
const AT = Date.UTC(2026, 10, 1);

/** The whole article with its tags, open and made by whoever opens it. */
export function makeSlice(size: Size) {
  const { text, passages } = makeMaterial(size, SCHEME.types.length);
  const article = {
    id: ArticleId.parse(idNumber(0xa1)),
    newsroom: NEWSROOM.id,
    title: { words: "Harbour wall" },
    language: "en",
    direction: "ltr",
    sourceUrl: null,
    desk: null,
    author: ACTOR.id,
    restricted: false,
    shares: [],
    state: "draft",
    life: NEW_LIFE,
    deadline: null,
    scheme: { id: SCHEME.id, version: SCHEME.version },
    revision: 1,
    createdAt: AT,
  } as const satisfies Partial<Slice["article"]>;
  const revision = { number: 1, text, ref: "2/text", digest: null, blocks: guessBlocks(text), createdAt: AT };
  const tags = passages.flatMap((passage, place): Tag[] => {
    const type = SCHEME.types[passage.type];
    if (!type) return [];
    return [
      {
        id: TagId.parse(passage.id),
        article: article.id,
        type: type.name,
        attributes: parseAttributes(type, {}),
        anchor: describePassage(text, 1, passage),
        placement: null,
        note: null,
        review: { state: "open", verdict: null, approval: null },
        evidence: [],
        links: [],
        author: ACTOR.id,
        at: AT + place,
        schemeVersion: SCHEME.version,
        waiver: null,
        identity: null,
        assignee: null,
        imported: null,
        answered: false,
        touched: 3 + place,
      },
    ];
  });
  return { seq: 3 + tags.length, article: { ...article, shares: [] }, revision, tags };
}
