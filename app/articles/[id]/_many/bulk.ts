import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { changedType } from "~/app/articles/[id]/_margin/tag-commands";
import type { TagCommand } from "~/core/shapes/command";
import { type Attribute, type Scheme, typeNamed, type Value } from "~/core/scheme";
import type { Sifted } from "~/core/several";
import type { Tag } from "~/core/tag";

/** What can be done to many chosen tags at once, and what of it the rules allow. */

export const BULK_KINDS = ["attribute", "type", "approve", "dismiss", "withdraw"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

export type Bulk =
  | { readonly kind: "attribute"; readonly name: string; readonly value: Value | null }
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "dismiss"; readonly reason: string }
  | { readonly kind: "approve" | "withdraw" };

/** The command for each tag. Approving accepts a suggestion, as its key does. */
export function commandsOf(store: ArticleStore, bulk: Bulk, tags: readonly Tag[]): TagCommand[] {
  return tags.map((tag): TagCommand => {
    switch (bulk.kind) {
      case "attribute": {
        const from = tag.attributes[bulk.name] ?? null;
        return { type: "setAttribute", tag: tag.id, name: bulk.name, from, to: bulk.value };
      }
      case "type":
        return changedType(store, tag, bulk.type);
      case "dismiss":
        return { type: "dismissTag", tag: tag.id, reason: bulk.reason };
      case "withdraw":
        return { type: "withdrawTag", tag: tag.id };
      case "approve": {
        if (tag.review.state === "suggested") return { type: "acceptSuggestion", tag: tag.id };
        // A tag without a verdict is refused before anybody asks which one was seen.
        const { finding, at } = tag.review.verdict ?? { finding: "confirmed", at: 0 };
        return { type: "approveTag", tag: tag.id, sees: { finding, at } };
      }
    }
  });
}

/** The attributes that all of these types have, with the same choices, as the first of them has them. */
export function sharedAttributes(scheme: Scheme, types: ReadonlySet<string>): Attribute[] {
  const [first, ...others] = [...types].map((name) => typeNamed(scheme, name));
  if (!first) return [];
  return first.attributes.filter((attribute) =>
    others.every((type) => type.attributes.some((other) => isSame(other, attribute))),
  );
}

function isSame(a: Attribute, b: Attribute): boolean {
  const values = (attribute: Attribute) =>
    attribute.kind === "choice" ? attribute.choices.map(({ value }) => value).join("\n") : "";
  return a.name === b.name && a.kind === b.kind && values(a) === values(b);
}

/** Why tags are left out, each reason once, with how many it holds for. */
export function reasonsOf({ refused }: Sifted): { why: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { refusal } of refused) counts.set(refusal.message, (counts.get(refusal.message) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count }));
}
