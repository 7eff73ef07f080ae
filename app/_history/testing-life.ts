import type { ArticleFact } from "~/core/event";
import { AUTHOR, ONE, TAG, TWO } from "~/core/testing";
import { wordsOf } from "~/core/words";

/** What the steps of an article's life read like in the history. Not for use outside of tests. */

type Bodies = { [Type in ArticleFact["type"]]: Extract<ArticleFact, { type: Type }>["body"] };
/** Bodies, each with the sentence and the details that it comes to. A kind of event without cases does not compile. */
export type Cases = { [Type in keyof Bodies]: readonly (readonly [Bodies[Type], ...string[]])[] };

/** As moments are told, where the clock is UTC. */
const DUE = "1 Jan 1970, 00:00";
const because = { reason: wordsOf("A reason.") };
const owed = { rule: "G2" as const, ...because, due: 0 };
const byAuthor = { by: AUTHOR, at: 1 };

/** Cases for each kind of event of an article's life, and of what a tag is let stay with. */
export const lifeCases: Pick<
  Cases,
  | "SentToReview"
  | "SentBack"
  | "SignedOff"
  | "SignOffVoided"
  | "ArticlePublished"
  | "CorrectionBegun"
  | "CorrectionDropped"
  | "CorrectionPublished"
  | "DebtSettled"
  | "PublicationWithdrawn"
  | "ArticleSpiked"
  | "ArticleUnspiked"
  | "DeadlineSet"
  | "WaiverSet"
  | "IdentitySet"
  | "TagAssigned"
> = {
  SentToReview: [[{}, "sent it to review"]],
  SentBack: [[because, "sent it back to its reporter", "Reason: A reason."]],
  SignedOff: [
    [{ parts: ["desk", "standards"], digest: null, ready: true }, "signed it off: it is ready"],
    [{ parts: ["desk"], digest: null, ready: false }, "signed it off"],
    [
      { parts: ["standards"], digest: null, ready: false },
      "signed off its legal claims and anonymous sources",
    ],
    [
      { parts: ["standards"], digest: null, ready: true },
      "signed off its legal claims and anonymous sources: it is ready",
    ],
  ],
  SignOffVoided: [
    [{ ...because, rules: [] }, "took the sign-off back", "Reason: A reason."],
    [{ reason: null, rules: ["G1", "G7"] }, "the sign-off fell: G1, G7 closed"],
    [{ reason: null, rules: [] }, "the sign-off fell: this is no longer what was signed"],
  ],
  ArticlePublished: [
    [{ digest: null, overrides: [] }, "published it"],
    [{ digest: null, overrides: [owed] }, "published it past G2", `G2, owed until ${DUE}: A reason.`],
  ],
  CorrectionBegun: [
    [{ class: "correction" }, "began a correction"],
    [{ class: "refile" }, "began a refile"],
  ],
  CorrectionDropped: [
    [{ class: "correction" }, "dropped the correction"],
    [{ class: "refile" }, "dropped the refile"],
  ],
  CorrectionPublished: [
    [
      { class: "correction", digest: null, note: wordsOf("It is 3."), tags: [TAG], overrides: [owed] },
      "published the correction",
      "For readers: It is 3.",
      `G2, owed until ${DUE}: A reason.`,
    ],
    [{ class: "refile", digest: null, note: null, tags: [], overrides: [] }, "published the refile"],
  ],
  DebtSettled: [
    [{ rule: "G2", reason: null }, "what was owed for G2 is done"],
    [{ rule: "G2", ...because }, "what was owed for G2 is owed no longer", "Reason: A reason."],
  ],
  PublicationWithdrawn: [[because, "withdrew the published article", "Reason: A reason."]],
  ArticleSpiked: [[because, "spiked it", "Reason: A reason."]],
  ArticleUnspiked: [[{}, "took it off the spike"]],
  DeadlineSet: [
    [{ from: null, to: 0 }, `set the deadline to ${DUE}`],
    [{ from: 0, to: null }, "took the deadline away"],
  ],
  WaiverSet: [
    [
      { tag: TAG, from: null, to: { by: AUTHOR, at: 1, ...because } },
      "let it stay unchecked",
      "Reason: A reason.",
    ],
    [{ tag: TAG, from: { by: AUTHOR, at: 1, ...because }, to: null }, "no longer lets it stay unchecked"],
  ],
  IdentitySet: [
    [{ tag: TAG, from: null, to: { ...byAuthor, secondSource: false } }, "knows who this source is"],
    [
      { tag: TAG, from: null, to: { ...byAuthor, secondSource: true } },
      "knows who this source is, and of a second one",
    ],
    [{ tag: TAG, from: { ...byAuthor, secondSource: true }, to: null }, "no longer vouches for this source"],
  ],
  TagAssigned: [
    [{ tag: TAG, from: null, to: ONE }, "took it to work on"],
    [{ tag: TAG, from: ONE, to: null }, "gave it back"],
    [{ tag: TAG, from: null, to: TWO }, "gave it to Jon"],
    [{ tag: TAG, from: TWO, to: null }, "took it off Jon"],
  ],
};
