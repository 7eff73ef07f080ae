import type { ArticleId, CommandId } from "~/core/ids";
import { acceptText } from "~/core/text";
import { execute, type Performer } from "~/server/execute";
import { type Conversion, type Problem, refusalOf } from "./add-article";

/** A new text's way into an article that is there. */

/** How many tags and passages of threads went where. */
export interface Fates {
  readonly kept: number;
  readonly moved: number;
  readonly altered: number;
  readonly lost: number;
}

export type Revised =
  | { readonly status: "revised"; readonly revision: number; readonly fates: Fates }
  | { readonly status: "refused"; readonly problems: readonly Problem[]; readonly offer: Conversion | null };

/**
 * Gives an article its next text. The same ids and text again change nothing more.
 * @param sees the digest of the text that the person had before their eyes
 * @throws DomainError as `execute`
 */
export async function reviseArticle(
  performer: Performer,
  { article, commandId }: { article: ArticleId; commandId: CommandId },
  { raw, replace = false, sees }: { raw: string; replace?: boolean; sees: string | null },
): Promise<Revised> {
  const accepted = acceptText(raw, { replace });
  if (!accepted.ok) return refusalOf(accepted.problems);
  const command = { type: "addRevision" as const, text: accepted.text, sees };
  const { events } = await execute(performer, article, commandId, command);
  const fates = { kept: 0, moved: 0, altered: 0, lost: 0 };
  let revision = 0;
  for (const { type, body } of events) {
    if (type === "RevisionAdded") revision = body.number;
    if (type !== "TagsCarried") continue;
    for (const [, fate] of [...body.tags, ...body.threads]) fates[fate] += 1;
  }
  return { status: "revised", revision, fates };
}
