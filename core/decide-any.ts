import { checkSpan } from "./anchor";
import type { Slice } from "./article";
import { guessBlocks } from "./blocks";
import { withConsequences } from "./consequences";
import { articleOf, type Circumstances, decide, type Decision, mustKnow } from "./decide";
import { addRevision } from "./decide-revision";
import { DomainError } from "./errors";
import type { ArticleFact } from "./event";
import { importThread } from "./import-thread";
import { allowsLink } from "./link";
import type { Decided } from "./log";
import { mustBeAllowed } from "./policy";
import { parseAttributes, typeNamed } from "./scheme";
import type { AnyArticleCommand, CreateArticle } from "./shapes/command";
import { arrivingState, type Review } from "./tag";
import { acceptText } from "./text";
import { wordsOf } from "./words";

/**
 * What any command comes to: also those that bring a text, which only the server carries out, so that a page need not
 * load what they take.
 */

/**
 * The facts that follow from the command.
 * @throws DomainError as `decide`
 */
export function decideAny(slice: Slice, command: AnyArticleCommand, c: Circumstances): Decision {
  if (command.type === "createArticle") return create(slice, command, c);
  if (command.type !== "addRevision") return decide(slice, command, c);
  const article = articleOf(slice);
  return withConsequences({ ...slice, article }, addRevision(slice, article, command, c), c, false);
}

function create(slice: Slice, command: CreateArticle, c: Circumstances): Decision {
  if (slice.article) throw new DomainError("conflict", "This article is already here.", slice.article.id);
  const as = mustBeAllowed(c.actor, "create article");
  const accepted = acceptText(command.text);
  if (!accepted.ok)
    throw new DomainError("bad-input", accepted.problems.map(({ sentence }) => sentence).join(" "));
  const { text } = accepted;
  const { title, ...details } = command.details;
  if (details.desk) mustKnow(c.known.desks, details.desk, "desk");
  const facts: Decided<ArticleFact>[] = [
    {
      type: "ArticleCreated",
      body: {
        newsroom: c.newsroom.id,
        details,
        title: wordsOf(title),
        author: c.actor.id,
        scheme: { id: c.scheme.id, version: c.scheme.version },
      },
    },
    { type: "RevisionAdded", body: { number: 1, text: wordsOf(text), blocks: guessBlocks(text) } },
  ];
  if (command.file) {
    const { tags, threads, restricted, ...file } = command.file;
    facts.push({ type: "ArticleImported", body: file });
    if (restricted) {
      mustBeAllowed(c.actor, "restrict");
      facts.push({ type: "RestrictionSet", body: { from: false, to: true } });
    }
    for (const tag of tags) facts.push(...importTag(text, tag, c));
    facts.push(...importLinks(tags, c));
    for (const thread of threads) facts.push(...importThread(text, thread, tags, c.actor));
  }
  return { as, facts };
}

type ImportedTag = NonNullable<CreateArticle["file"]>["tags"][number];

/** A tag as it comes in: open at most, whatever it was, since a file approves nothing; dismissed stays dismissed. */
function importTag(text: string, imported: ImportedTag, c: Circumstances): ArticleFact[] {
  const { tag, as: type, span, attributes, note, evidence, imported: former } = imported;
  checkSpan(text, span);
  for (const item of evidence) mustKnow(c.known.evidence, item, "evidence item");
  const arriving = arrivingState(former.state);
  const state = arriving === "suggested" ? "suggested" : "open";
  const added: ArticleFact = {
    type: "TagAdded",
    body: {
      tag,
      type,
      attributes: parseAttributes(typeNamed(c.scheme, type), attributes),
      note: note === null ? null : wordsOf(note),
      revision: 1,
      span,
      state,
      schemeVersion: c.scheme.version,
      evidence,
      imported: former,
    },
  };
  if (arriving === state) return [added];
  const from: Review = { state, verdict: null, approval: null };
  const body = { tag, from, to: { ...from, state: arriving }, reason: null };
  return [added, { type: arriving === "dismissed" ? "TagDismissed" : "TagWithdrawn", body }];
}

/** The links of a file's tags, once all of those are there. Where edges were moved since, a link need not fit its place. */
function importLinks(tags: readonly ImportedTag[], { scheme }: Circumstances): ArticleFact[] {
  const types = new Map(tags.map(({ tag, as }) => [tag, as]));
  return tags.flatMap(({ tag, as, links }) =>
    links.map((link): ArticleFact => {
      const to = types.get(link.target);
      if (to === undefined || !allowsLink(scheme, as, link.kind, to))
        throw new DomainError("bad-input", `The file has a link “${link.kind}” that does not fit its tags.`);
      return { type: "TagLinked", body: { tag, ...link } };
    }),
  );
}
