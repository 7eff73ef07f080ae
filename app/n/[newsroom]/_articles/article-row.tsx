import { Lock } from "lucide-react";

import type { Result } from "~/app/_lib/use-batch";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import type { ListedArticle } from "~/server/routers/articles";
import { TagProgress } from "./tag-progress";

export interface ArticleRowProps {
  article: ListedArticle;
  isChosen: boolean;
  onChoose: (extended: boolean) => void;
  /** What became of it, when several were changed. */
  result: Result | undefined;
}

/** An article in the list: a line of columns where there is room, a card where there is not. The whole of it is its link. */
export function ArticleRow({ article, isChosen, onChoose, result }: ArticleRowProps) {
  const { id, title, language, restricted, state, author, desk, tags, updatedAt } = article;
  return (
    <li className="relative grid gap-x-6 gap-y-1 rounded-md border px-3 py-2.5 focus-within:bg-sunken hover:bg-sunken lg:grid-cols-[minmax(0,1fr)_7rem_10rem_13rem_6rem] lg:items-center lg:rounded-none lg:border-x-0 lg:border-b-0 lg:last:border-b">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <label className="relative z-10 -m-1.5 flex size-8 cursor-pointer items-center justify-center pointer-coarse:-m-2 pointer-coarse:size-11">
          <input
            type="checkbox"
            aria-label={words.articles.batch.choose(title.words ?? words.articles.titleRemoved)}
            checked={isChosen}
            onChange={({ nativeEvent }) =>
              onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
            className="size-4 cursor-pointer accent-accent"
          />
        </label>
        <Link
          href={`/articles/${id}`}
          lang={language}
          prefetch={false}
          className="min-w-0 grow basis-0 text-[0.9375rem] font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-md"
        >
          <span dir="auto" className={title.words === null ? "text-muted italic" : undefined}>
            {title.words ?? words.articles.titleRemoved}
          </span>
        </Link>
        {restricted && (
          <Badge tone="warn" icon={<Lock aria-hidden="true" />}>
            {words.articles.restricted}
          </Badge>
        )}
        {state !== "draft" && (
          <Badge tone={state === "ready" || state === "published" ? "ok" : "neutral"}>
            {words.life.state[state]}
          </Badge>
        )}
      </div>
      <p className="flex flex-wrap gap-x-2 text-muted lg:contents">
        <span className="lg:truncate">{desk?.name ?? words.articles.noDesk}</span>
        <span aria-hidden="true" className="lg:hidden">
          ·
        </span>
        <span dir="auto" className="lg:truncate">
          {words.articles.by(author.name)}
        </span>
        <span aria-hidden="true" className="lg:hidden">
          ·
        </span>
        <Time at={updatedAt} className="lg:order-last lg:text-end" />
      </p>
      <TagProgress counts={tags} />
      {result?.kind === "refused" && (
        <p role="alert" className="text-danger lg:col-span-full">
          {result.sentence}
        </p>
      )}
    </li>
  );
}
