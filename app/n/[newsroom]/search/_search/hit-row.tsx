import { FileText, Lock, MessageCircleQuestionMark, MessageSquare } from "lucide-react";

import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import { FindingMark, StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import type { TagType } from "~/core/scheme";
import type { Hit } from "~/core/search";
import { HitWords } from "./hit-words";

const say = words.search;

export interface HitRowProps {
  hit: Hit;
  /** The types of the newsroom's schemes, by name. */
  types: ReadonlyMap<string, TagType>;
}

/** Something found: in which article, the words in their context, what it is. The whole of it is its link. */
export function HitRow({ hit, types }: HitRowProps) {
  const { article } = hit;
  return (
    <li className="relative flex flex-col gap-1.5 rounded-md border px-3 py-2.5 focus-within:bg-sunken hover:bg-sunken">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <HitMark hit={hit} types={types} />
        <Link
          href={addressOf(hit)}
          prefetch={false}
          lang={article.language}
          className="min-w-0 grow basis-0 text-[0.9375rem] font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-md max-sm:basis-[calc(100%-2rem)]"
        >
          <span dir="auto" className={article.title.words === null ? "text-muted italic" : undefined}>
            {article.title.words ?? say.titleRemoved}
          </span>
        </Link>
        {hit.kind === "tag" && <StateMark state={hit.state} />}
        {hit.kind === "tag" && hit.finding !== null && <FindingMark finding={hit.finding} />}
        {article.restricted && (
          <Badge tone="warn" icon={<Lock aria-hidden="true" />}>
            {words.articles.restricted}
          </Badge>
        )}
        {article.state !== "draft" && <Badge>{words.life.state[article.state]}</Badge>}
      </div>
      <HitWords hit={hit} types={types} />
      <p className="flex flex-wrap gap-x-1.5 text-xs text-muted">
        <span dir="auto">{whatOf(hit, types)}</span>
        <span aria-hidden="true">·</span>
        <span dir="auto">{article.desk ?? say.noDesk}</span>
        <span aria-hidden="true">·</span>
        <Time at={hit.at} />
      </p>
    </li>
  );
}

/** Where the hit is looked at: the tag, the thread, the passage. */
function addressOf(hit: Hit): string {
  const article = `/articles/${hit.article.id}`;
  switch (hit.kind) {
    case "tag":
      return `${article}#tag=${hit.id}`;
    case "comment":
      return `${article}#thread=${hit.thread}`;
    case "text":
      return hit.place ? `${article}#passage=${hit.place.start}-${hit.place.end}` : article;
  }
}

function HitMark({ hit, types }: HitRowProps) {
  const look = "size-5 shrink-0 p-0.5 text-muted";
  switch (hit.kind) {
    case "tag":
      return <TypeMark type={types.get(hit.type)} />;
    case "text":
      return <FileText aria-hidden="true" className={look} />;
    case "comment":
      return hit.of === "query" ? (
        <MessageCircleQuestionMark aria-hidden="true" className={look} />
      ) : (
        <MessageSquare aria-hidden="true" className={look} />
      );
  }
}

function whatOf(hit: Hit, types: HitRowProps["types"]): string {
  const label = (name: string) => types.get(name)?.label ?? name;
  switch (hit.kind) {
    case "tag":
      return say.tag(label(hit.type), hit.author);
    case "text":
      return hit.others > 0 ? `${say.text}, ${say.others(hit.others)}` : say.text;
    case "comment": {
      const who = hit.of === "query" ? say.query(hit.author) : say.comment(hit.author);
      return hit.tagType === null ? who : `${who} ${say.about(label(hit.tagType))}`;
    }
  }
}
