"use client";

import { Bookmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "~/app/_ui/menu";
import type { UserId } from "~/core/ids";
import type { ViewPage } from "~/core/saved-view";
import { ManageViews } from "./manage-views";
import { SaveView } from "./save-view";
import { useViews } from "./use-views";

const say = words.views;

const PATHS: Record<ViewPage, string> = { articles: "", queue: "/queue", search: "/search" };

interface SavedViewsProps {
  /** The newsroom's slug. */
  newsroom: string;
  page: ViewPage;
  /** What the address has now after its question mark; "" where nothing is chosen. */
  query: string;
  /** Who looks. */
  me: UserId;
}

/** A menu of what was kept of a page's filters: save what is shown, go to one's own and to what others share. */
export function SavedViews({ newsroom, page, query, me }: SavedViewsProps) {
  const router = useRouter();
  const kept = useViews(newsroom, page);
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const mine = kept.views.filter(({ owner }) => owner.id === me);
  const others = kept.views.filter(({ owner }) => owner.id !== me);
  const go = (id: string) => {
    const view = kept.views.find((one) => one.id === id);
    if (view) router.push(`/n/${newsroom}${PATHS[page]}?${view.query}`);
  };
  const present = kept.views.find((view) => view.query === query)?.id;
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden="true" />
            {say.menu[page]}
          </Button>
        }
      >
        <MenuItem disabled={query === ""} onSelect={() => setOpen("save")}>
          {query === "" ? say.nothingToSave : say.save[page]}
        </MenuItem>
        {mine.length > 0 && (
          <>
            <MenuItem onSelect={() => setOpen("manage")}>{say.manage}</MenuItem>
            <MenuSeparator />
            <MenuChoices
              label={say.mine}
              choices={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={present}
              onChange={go}
            />
          </>
        )}
        {others.length > 0 && (
          <>
            <MenuSeparator />
            <MenuChoices
              label={say.shared}
              choices={others.map(({ id, name, owner }) => ({
                value: String(id),
                label: say.sharedBy(name, owner.name),
              }))}
              value={present}
              onChange={go}
            />
          </>
        )}
      </Menu>
      {open === "save" && (
        <SaveView {...{ newsroom, page, query }} kept={kept} onClose={() => setOpen(null)} />
      )}
      {open === "manage" && (
        <ManageViews {...{ newsroom, page }} kept={kept} mine={mine} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
