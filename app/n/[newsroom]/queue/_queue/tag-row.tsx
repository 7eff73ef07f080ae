import { Lock } from "lucide-react";
import type { ReactNode } from "react";

import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import { FindingMark, StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import type { UserId } from "~/core/ids";
import type { TagType } from "~/core/scheme";
import type { QueuedTag } from "~/server/routers";
import { Deadline } from "./deadline";
import type { TagResult } from "./use-decisions";

const say = words.queue;

export interface TagRowProps {
  row: QueuedTag;
  me: UserId;
  type: TagType | undefined;
  isChosen: boolean;
  /** Its context stands beside the list, or under it where there is no room. */
  isPresent: boolean;
  result: TagResult | undefined;
  onChoose: (extended: boolean) => void;
  onPresent: () => void;
  /** Its context, where it stands under the row. */
  children?: ReactNode;
}

/** A tag that waits: its words, in which article, how far it is, whose it is. Its words are the way to it. */
export function TagRow({ row, me, type, isChosen, isPresent, result, ...rest }: TagRowProps) {
  const { tag, article, grades, author, claimedBy } = row;
  const { state, verdict } = tag.review;
  return (
    <li
      data-row={tag.id}
      aria-current={isPresent || undefined}
      className={cx(
        "relative flex flex-col gap-1 rounded-md border px-3 py-2",
        isPresent ? "border-accent bg-sunken" : "hover:bg-sunken",
      )}
    >
      {/* For a mouse: the keyboard is on the row's link already. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={say.show}
        onClick={rest.onPresent}
        className="absolute inset-0 rounded-md"
      />
      <div className="flex items-start gap-2 max-sm:flex-wrap">
        <label className="relative -m-1.5 flex size-8 shrink-0 cursor-pointer items-center justify-center pointer-coarse:-m-2 pointer-coarse:size-11">
          <input
            type="checkbox"
            aria-label={say.choose(tag.anchor.exact.slice(0, 80))}
            checked={isChosen}
            onFocus={rest.onPresent}
            onChange={({ nativeEvent }) =>
              rest.onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
            className="size-4 cursor-pointer accent-accent"
          />
        </label>
        <TypeMark type={type} />
        <Link
          href={`/articles/${article.id}#tag=${tag.id}`}
          prefetch={false}
          onFocus={rest.onPresent}
          lang={article.language}
          className="relative line-clamp-2 min-w-0 grow basis-0 font-serif text-[0.9375rem] wrap-anywhere text-ink hover:underline max-sm:basis-[calc(100%-4.5rem)]"
        >
          <bdi dir={article.direction}>{tag.anchor.exact}</bdi>
        </Link>
        <span className="flex shrink-0 flex-wrap gap-1 max-sm:basis-full max-sm:ps-8 sm:justify-end">
          {grades.map((grade) => (
            <Badge key={grade} tone="warn">
              {grade}
            </Badge>
          ))}
          {verdict && <FindingMark finding={verdict.finding} />}
          <StateMark state={state} />
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
        <span dir="auto" className={cx("wrap-anywhere", article.title.words === null && "italic")}>
          {article.title.words ?? say.titleRemoved}
        </span>
        {article.restricted && <Lock className="size-3.5" aria-label={words.articles.restricted} />}
        <Dot />
        <span dir="auto">{article.desk ?? say.noDesk}</span>
        <Dot />
        <span dir="auto">{say.taggedBy(author)}</span>
        <Time at={tag.at} />
        {claimedBy && (
          <>
            <Dot />
            <span dir="auto" className="font-medium text-ink">
              {claimedBy.id === me ? say.withMe : say.with(claimedBy.name)}
            </span>
          </>
        )}
        {article.due !== null && (
          <span className="ms-auto">
            <Deadline at={article.due} />
          </span>
        )}
      </p>
      {result?.kind === "refused" && (
        <p role="alert" className="text-danger">
          {result.sentence}
        </p>
      )}
      {result?.kind === "passed-over" && <p className="text-muted">{result.sentence}</p>}
      {rest.children}
    </li>
  );
}

function Dot() {
  return <span aria-hidden="true">·</span>;
}
