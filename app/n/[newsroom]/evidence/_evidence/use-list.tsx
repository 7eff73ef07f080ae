import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import { StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import type { TagType } from "~/core/scheme";
import type { EvidenceUse } from "~/server/routers/evidence";

const say = words.evidencePage.item;

interface UseListProps {
  uses: readonly EvidenceUse[];
  types: readonly TagType[];
}

/** The tags that rest on an item, by article; each is the way to it. */
export function UseList({ uses, types }: UseListProps) {
  if (uses.length === 0) return <p className="text-muted">{say.unused}</p>;
  const byArticle = Map.groupBy(uses, ({ article }) => article.id);
  return (
    <ul aria-label={say.uses} className="flex flex-col gap-4">
      {[...byArticle].map(([id, [first, ...others]]) =>
        first ? (
          <li key={id} className="flex flex-col gap-1">
            <h3 className="font-medium" dir="auto">
              {first.article.title.words ?? say.titleRemoved}
            </h3>
            <ul className="flex flex-col rounded-md border [&>li+li]:border-t">
              {[first, ...others].map((use) => (
                <Use key={use.tag} use={use} type={types.find(({ name }) => name === use.type)} />
              ))}
            </ul>
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Use({ use, type }: { use: EvidenceUse; type: TagType | undefined }) {
  const { tag, article, exact, state } = use;
  return (
    <li className="relative flex items-start gap-2 px-3 py-2 focus-within:bg-sunken hover:bg-sunken">
      <TypeMark type={type} />
      <Link
        href={`/articles/${article.id}#tag=${tag}`}
        prefetch={false}
        className="line-clamp-3 min-w-0 grow font-serif wrap-anywhere after:absolute after:inset-0"
      >
        <span className="sr-only">{type?.label ?? use.type}: </span>
        <span dir={article.direction}>{exact}</span>
      </Link>
      <StateMark state={state} />
    </li>
  );
}
