import { type ReactNode, useMemo } from "react";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { Words } from "~/core/words";
import { type Block, blocksOf, type Inline } from "./markdown";

/** What somebody wrote, as they meant it; where it was removed from the record, that it was and when. */
export function CommentWords({ of }: { of: Words }) {
  const blocks = useMemo(() => blocksOf(of.words ?? ""), [of.words]);
  if (of.words === null) return <HeldWords of={of} />;
  return (
    <div dir="auto" className="flex flex-col gap-1.5 wrap-anywhere">
      {blocks.map((block, place) => (
        <BlockOf key={place} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === "paragraph") return <p>{inlines(block.inside)}</p>;
  const List = block.ordered ? "ol" : "ul";
  return (
    <List className={block.ordered ? "list-decimal ps-5" : "list-disc ps-5"}>
      {block.items.map((item, place) => (
        <li key={place}>{inlines(item)}</li>
      ))}
    </List>
  );
}

function inlines(inside: readonly Inline[]): ReactNode {
  return inside.map((inline, place) => <InlineOf key={place} inline={inline} />);
}

function InlineOf({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return <br />;
    case "code":
      return <code className="rounded-sm bg-sunken px-1 font-mono text-[0.9em]">{inline.text}</code>;
    case "strong":
      return <strong>{inlines(inline.inside)}</strong>;
    case "emphasis":
      return <em>{inlines(inline.inside)}</em>;
    case "link":
      return (
        <a
          href={inline.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline"
        >
          {inlines(inline.inside)}
        </a>
      );
    case "mention":
      return <span className="rounded-sm bg-accent-fill px-0.5 font-medium text-accent">@{inline.name}</span>;
  }
}
