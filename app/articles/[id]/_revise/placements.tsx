"use client";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { showToast } from "~/app/_ui/toasts";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import { selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import { textElement } from "~/app/articles/[id]/_lib/paragraph-elements";
import { spanToTag } from "~/app/articles/[id]/_lib/tagging";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useCan, useScheme, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import { isAltered, isLost, isStanding, type Tag } from "~/core/tag";

const say = words.revisions;

/** Tags whose words a new revision altered or lost, each with its words before and what settles it. */
export function Placements() {
  const tags = [...useTags().values()].filter((tag) => isStanding(tag) && (isLost(tag) || isAltered(tag)));
  if (tags.length === 0) return null;
  return (
    <section aria-label={say.list} className="flex flex-col gap-2 border-b pb-3">
      <h3 className="font-semibold">{say.list}</h3>
      <p className="text-muted">{say.hint}</p>
      <ul className="flex flex-col gap-3">
        {tags.map((tag) => (
          <Placed key={tag.id} tag={tag} />
        ))}
      </ul>
    </section>
  );
}

function Placed({ tag }: { tag: Tag }) {
  const type = useScheme().types.find(({ name }) => name === tag.type);
  return (
    <li className="flex flex-col gap-1.5">
      <p className="flex items-center gap-1.5">
        <TypeMark type={type} />
        <span className="font-medium">{type?.label}</span>
      </p>
      <PlacementNote tag={tag} />
    </li>
  );
}

/** What became of a tag's words, and what settles it; nothing where there is nothing to settle. */
export function PlacementNote({ tag }: { tag: Tag }) {
  const store = useStore();
  const mayTag = useCan("tag").allowed;
  const { placement } = tag;
  if (!placement || placement.settled) return null;
  const isGone = placement.fate === "lost";
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-sunken px-2.5 py-2">
      <Words label={say.before} of={placement.exact} />
      {!isGone && <Words label={say.now} of={tag.anchor.exact} />}
      {placement.why !== null && <p className="text-muted">{say.why[placement.why]}</p>}
      {mayTag && (
        <div className="flex flex-wrap gap-2">
          {isGone ? (
            <>
              <Button
                small
                // The selection in the text stays.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => reattach(store, tag)}
              >
                {say.reattach}
              </Button>
              {placement.why === "deleted" && (
                <Button
                  small
                  variant="plain"
                  onClick={() => store.dispatch({ type: "retireTag", tag: tag.id })}
                >
                  {say.retire}
                </Button>
              )}
            </>
          ) : (
            <Button small onClick={() => store.dispatch({ type: "confirmPlacement", tag: tag.id })}>
              {say.confirm}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Words({ label, of }: { label: string; of: string }) {
  return (
    <p className="wrap-anywhere">
      <span className="text-muted">{label}: </span>
      <span className="font-serif" dir="auto">
        {of}
      </span>
    </p>
  );
}

function reattach(store: ArticleStore, { id }: Tag): void {
  const root = textElement();
  const selected = root && selectedSpan(root);
  if (!selected || selected.start === selected.end) {
    showToast({ title: say.needsWords, id: "refused" });
    return;
  }
  const to = spanToTag(selected, store, false);
  if (!to || !store.dispatch({ type: "reattachTag", tag: id, to }).ok) return;
  getSelection()?.removeAllRanges();
  reveal(store, id, { focus: false });
  showToast({ title: say.reattached, id: "tagged" });
}
