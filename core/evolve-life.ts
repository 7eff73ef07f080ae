import type { Article } from "./article";
import type { ArticleEvent } from "./event";
import type { CorrectionClass, Life, Override } from "./life";
import { unreachable } from "./errors";
import { removeWords } from "./redaction";

/** What each step of an article's life does to it: the part of `evolve` that its state is. */

/** A step of an article's life. */
export type LifeEvent = Extract<
  ArticleEvent,
  {
    type:
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
      | "ArticleArchived"
      | "ArticleRestored";
  }
>;

/** The article after the step. */
export function evolveLife(article: Article, event: LifeEvent): Article {
  const { life, state } = article;
  switch (event.type) {
    case "SentToReview":
      return { ...article, state: "in-review" };
    case "SentBack":
      return { ...article, state: "draft", life: { ...life, signatures: [], reason: event.body.reason } };
    case "SignedOff": {
      const { parts, digest, ready } = event.body;
      const signed = parts.map((part) => ({ part, by: event.actor, as: event.role, at: event.at, digest }));
      return {
        ...article,
        state: ready ? "ready" : state,
        life: { ...life, signatures: [...life.signatures, ...signed] },
      };
    }
    case "SignOffVoided": {
      const reason = event.body.reason ?? life.reason;
      return {
        ...article,
        state: state === "ready" ? "in-review" : state,
        life: { ...life, signatures: [], reason },
      };
    }
    case "ArticlePublished": {
      const kind = state === "ready" ? "first" : "breaking";
      return published(article, event, { class: kind, note: null, tags: [] }, event.body.overrides);
    }
    case "CorrectionBegun":
      return { ...article, state: "correcting", life: { ...life, correcting: event.body.class } };
    case "CorrectionDropped":
      return { ...article, state: "published", life: { ...life, correcting: null } };
    case "CorrectionPublished": {
      const { overrides, class: kind, note, tags } = event.body;
      return published(article, event, { class: kind, note, tags }, overrides);
    }
    case "DebtSettled": {
      const debts = life.debts.map((debt) =>
        debt.rule === event.body.rule && debt.settledAt === null ? { ...debt, settledAt: event.at } : debt,
      );
      return { ...article, life: { ...life, debts } };
    }
    case "PublicationWithdrawn":
      return {
        ...article,
        state: "withdrawn",
        life: { ...life, correcting: null, reason: event.body.reason },
      };
    case "ArticleSpiked":
      return { ...article, state: "spiked", life: { ...left(article), reason: event.body.reason } };
    case "ArticleArchived":
      return { ...article, state: "archived", life: left(article) };
    case "ArticleUnspiked":
    case "ArticleRestored":
      return { ...article, state: life.before ?? "draft", life: { ...life, before: null } };
    default:
      return unreachable(event);
  }
}

/** What went to the archive from the spike comes back to the spike, and from there to review or the reporter. */
function left({ life, state }: Article): Life {
  const isKept =
    state === "in-review" || state === "published" || state === "withdrawn" || state === "spiked";
  return { ...life, before: isKept ? state : "draft", signatures: [] };
}

function published(
  article: Article,
  event: LifeEvent,
  out: { class: "first" | "breaking" | CorrectionClass } & Pick<
    Life["publications"][number],
    "note" | "tags"
  >,
  overrides: readonly Override[],
): Article {
  const { life } = article;
  const publication = {
    ...out,
    revision: article.revision,
    digest: event.revision,
    by: event.actor,
    at: event.at,
  };
  const owed = overrides.map((override) => ({ ...override, settledAt: null }));
  const kept = life.debts.filter(
    (debt) => debt.settledAt !== null || !owed.some(({ rule }) => rule === debt.rule),
  );
  return {
    ...article,
    state: "published",
    life: {
      ...life,
      signatures: [],
      publications: [...life.publications, publication],
      debts: [...kept, ...owed],
      correcting: null,
    },
  };
}

/** The life without the words at `ref`, wherever it shows them. */
export function removeFromLife(life: Life, ref: string, removedAt: number): Life {
  return {
    ...life,
    reason: removeWords(life.reason, ref, removedAt),
    publications: life.publications.map((publication) => ({
      ...publication,
      note: removeWords(publication.note, ref, removedAt),
    })),
    debts: life.debts.map((debt) => ({ ...debt, reason: removeWords(debt.reason, ref, removedAt) })),
  };
}
