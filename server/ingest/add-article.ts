import { z } from "zod";

import type { ArticleDetails } from "~/core/article";
import { Direction, Language, SourceUrl } from "~/core/shapes/article";
import { guessDirection, guessLanguage, guessTitle } from "~/core/guess";
import type { NewsroomId } from "~/core/ids";
import { ArticleId, CommandId, DeskId } from "~/core/shapes/ids";
import { acceptText, type TextProblem } from "~/core/text";
import { line } from "~/core/shapes/words";
import { articleWithText } from "~/db/queries/articles";
import { execute, type Performer } from "~/server/execute";

/** A new article's way in: whatever brings a text, its details are completed here and it becomes an article. */

/** What somebody says of a new article; what they leave out is guessed from the text. */
export const NewArticle = z.strictObject({
  articleId: ArticleId,
  commandId: CommandId,
  title: line(300, 1).optional(),
  language: Language.optional(),
  direction: Direction.optional(),
  sourceUrl: SourceUrl.nullish(),
  desk: DeskId.nullish(),
  /** Add it although the same text is here already. */
  again: z.boolean().optional(),
});
export type NewArticle = z.infer<typeof NewArticle>;

/** What keeps a text out. Line and column (in code points) count from 1; null where it is about the whole. */
export interface Problem {
  readonly sentence: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Ways to read a text so that it can be kept; each changes it, so nobody takes one without being asked. */
export const CONVERSIONS = ["windows-1252", "utf-16le", "utf-16be", "replace"] as const;
/** `replace`: put U+FFFD in the place of characters that cannot be stored. The others: read the bytes so. */
export const Conversion = z.enum(CONVERSIONS);
export type Conversion = z.infer<typeof Conversion>;

export type Ingested =
  | { readonly status: "created"; readonly article: ArticleId; readonly title: string }
  /** The same text is here already, in an article that the person sees. */
  | { readonly status: "here"; readonly article: ArticleId; readonly title: string | null }
  | { readonly status: "refused"; readonly problems: readonly Problem[]; readonly offer: Conversion | null };

/**
 * Makes an article of a text. The same ids and text again make no second one.
 * @throws DomainError as `execute`
 */
export async function addArticle(
  performer: Performer,
  newsroom: NewsroomId,
  { raw, replace = false, about }: { raw: string; replace?: boolean; about: NewArticle },
): Promise<Ingested> {
  const accepted = acceptText(raw, { replace });
  if (!accepted.ok) return refusalOf(accepted.problems);
  const { text } = accepted;
  if (!about.again) {
    const { db, person } = performer;
    const here = await articleWithText(db, person, { newsroom, text, except: about.articleId });
    if (here) return { status: "here", article: here.id, title: here.title };
  }
  const details = detailsOf(text, about);
  const command = { type: "createArticle" as const, details, text, file: null };
  await execute(performer, about.articleId, about.commandId, command, { into: newsroom });
  return { status: "created", article: about.articleId, title: details.title };
}

/** What keeps the text out, and what would let it in. */
export function refusalOf(found: readonly TextProblem[]): Ingested & { status: "refused" } {
  const problems = found.map(({ sentence, line, column }) => ({ sentence, line, column }));
  const isReplaceable = found.every((problem) => problem.replaceable);
  return { status: "refused", problems, offer: isReplaceable ? "replace" : null };
}

function detailsOf(text: string, about: NewArticle): ArticleDetails {
  return {
    title: about.title ?? guessTitle(text),
    language: about.language ?? guessLanguage(text),
    direction: about.direction ?? guessDirection(text),
    sourceUrl: about.sourceUrl ?? null,
    desk: about.desk ?? null,
  };
}
