"use client";

import { Archive, ArchiveRestore, Building2, X } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import type { Desk } from "~/core/newsroom";
import type { ListedArticle } from "~/server/routers/articles";
import { type ArticlesChange, MOST_ARTICLES, planOf } from "./batch";

const say = words.articles.batch;

export interface BatchBarProps {
  chosen: readonly ListedArticle[];
  desks: readonly Desk[];
  /** How many are still to be changed; null when nothing is under way. */
  left: number | null;
  onChange: (change: ArticlesChange) => void;
  onClear: () => void;
}

/** What can be done with the chosen articles; at the foot of the window, in reach of a thumb. */
export function BatchBar({ chosen, desks, left, onChange, onClear }: BatchBarProps) {
  const isTooMany = chosen.length > MOST_ARTICLES;
  const busy = left !== null;
  const changes = (change: ArticlesChange) => planOf(change, chosen).length > 0;
  return (
    <div
      role="toolbar"
      aria-label={say.bar}
      data-over-foot
      className="sticky bottom-2 z-20 flex flex-wrap items-center gap-2 rounded-md border border-accent bg-accent-fill px-3 py-2"
    >
      <div className="flex grow items-center justify-between gap-2 max-sm:basis-full">
        <p role="status" className="font-medium tabular-nums">
          {busy
            ? say.left(left)
            : isTooMany
              ? say.most(chosen.length, MOST_ARTICLES)
              : say.chosen(chosen.length)}
        </p>
        <IconButton small label={say.clear} keys="Escape" icon={<X aria-hidden="true" />} onClick={onClear} />
      </div>
      {changes({ kind: "archive" }) && (
        <Button small busy={busy} disabled={isTooMany} onClick={() => onChange({ kind: "archive" })}>
          <Archive aria-hidden="true" />
          {say.archive}
        </Button>
      )}
      {changes({ kind: "restore" }) && (
        <Button small busy={busy} disabled={isTooMany} onClick={() => onChange({ kind: "restore" })}>
          <ArchiveRestore aria-hidden="true" />
          {say.restore}
        </Button>
      )}
      <Menu
        trigger={
          <Button small disabled={isTooMany || busy}>
            <Building2 aria-hidden="true" />
            {say.desk}
          </Button>
        }
      >
        {desks.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => onChange({ kind: "desk", to: id })}>
            {name}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => onChange({ kind: "desk", to: null })}>{words.articles.noDesk}</MenuItem>
      </Menu>
    </div>
  );
}
