import { z } from "zod";

import { ArticleState, Direction, Language, SourceUrl } from "~/core/shapes/article";
import {
  type Dossier,
  DossierApproval,
  type DossierArticle,
  type DossierTag,
  DossierVerdict,
  Time,
} from "~/core/shapes/dossier";
import { guessDirection, guessLanguage, guessTitle } from "~/core/guess";
import { TagState } from "~/core/shapes/tag";
import { line } from "~/core/shapes/words";
import { formerly, type Facts } from "./facts";

/**
 * Dossiers from flat facts: what a file says in a form that Galley knows is taken, all else is as if the file
 * did not say it.
 */

/** Who did what the file names nobody for. */
export const NOBODY = "not named in the file";

/** Those of the facts that a file has, as words. */
export function factsIn(names: readonly string[], values: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

function taken<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const Name = line(200);
const YesNo = z.enum(["yes", "no"]).transform((value) => value === "yes");

/** What a file says of its article, or else what its text lets guess. */
export function articleFrom(
  facts: Facts,
  { text, id, readAt }: { text: string; id: string; readAt: string },
): Pick<Dossier, "newsroom"> & { article: z.infer<typeof DossierArticle> } {
  const former = facts.former_newsroom;
  const createdAt = taken(Time, facts.article_created_at) ?? readAt;
  return {
    newsroom: {
      name: taken(line(120), facts.newsroom_name) ?? NOBODY,
      slug: taken(line(60), facts.newsroom_slug) ?? "elsewhere",
    },
    article: {
      id: taken(z.uuid(), facts.article_id) ?? id,
      title: taken(line(300, 1), facts.article_title) ?? guessTitle(text),
      language: taken(Language, facts.article_language) ?? guessLanguage(text),
      direction: taken(Direction, facts.article_direction) ?? guessDirection(text),
      sourceUrl: taken(SourceUrl, facts.source_url),
      desk: taken(line(80), facts.article_desk),
      author: taken(Name, facts.article_author) ?? NOBODY,
      createdAt,
      state: taken(ArticleState, facts.article_state) ?? "draft",
      restricted: facts.article_restricted === "yes",
      revision: {
        number: taken(z.coerce.number().int().positive(), facts.revision_number) ?? 1,
        digest: taken(line(200), facts.revision_digest),
      },
      imported:
        former === undefined
          ? null
          : {
              newsroom: taken(line(120), former) ?? NOBODY,
              desk: taken(line(80), facts.former_desk),
              author: taken(Name, facts.former_article_author) ?? NOBODY,
              createdAt: taken(Time, facts.former_article_created_at) ?? createdAt,
              state: taken(ArticleState, facts.former_article_state) ?? "draft",
            },
    },
  };
}

type Reviewed = Pick<DossierTag, "state" | "verdict" | "approval">;

function reviewFrom(facts: Facts, named: (name: string) => string): Reviewed {
  const fact = (name: string) => facts[named(name)];
  return {
    state: taken(TagState, fact("tag_state")) ?? "open",
    verdict: taken(DossierVerdict, {
      finding: fact("verdict_finding"),
      by: fact("verdict_by"),
      at: fact("verdict_at"),
      note: fact("verdict_note") ?? null,
    }),
    approval: taken(DossierApproval, {
      by: fact("approved_by"),
      at: fact("approved_at"),
      self: taken(YesNo, fact("self_approved")),
    }),
  };
}

/** Who tagged and what was found, as the file says; a time that it does not give stays unknown. */
export function reviewedFrom(
  facts: Facts,
  readAt: string,
): Reviewed & Pick<DossierTag, "author" | "at" | "imported" | "links"> {
  const links = linksFrom(facts.tag_links ?? "");
  const author = taken(Name, facts.tag_author) ?? NOBODY;
  const at = taken(Time, facts.tag_created_at);
  const review = reviewFrom(facts, (name) => name);
  const former = taken(Name, facts.former_author);
  if (at === null) {
    return { ...FRESH, links, state: review.state, author, at: readAt, imported: { author, at, ...review } };
  }
  const imported =
    former === null
      ? null
      : { author: former, at: taken(Time, facts.former_created_at), ...reviewFrom(facts, formerly) };
  return { links, author, at, ...review, imported };
}

/** A link on each line: its kind, a blank, what the file calls the tag that it leads to. */
function linksFrom(told: string): DossierTag["links"] {
  return told.split("\n").flatMap((line) => {
    const [, kind = "", target] = /^(.{1,60}) (\S+)$/.exec(line) ?? [];
    return target === undefined ? [] : [{ kind, target }];
  });
}

const FRESH = { verdict: null, approval: null } as const;
