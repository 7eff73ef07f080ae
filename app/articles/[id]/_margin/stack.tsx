"use client";

import { Check, Layers } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import { useParagraph, useScheme, useStore, useViewing } from "~/app/articles/[id]/_store/hooks";
import { pointOn, stackAt } from "~/app/articles/[id]/_store/stack";
import type { Tag } from "~/core/tag";
import { TypeMark } from "./type-mark";

const say = words.margin.stack;

/** The way to the other tags on the same words, where the focused one is not alone on them. */
export function Stack({ tag }: { tag: Tag }) {
  const store = useStore();
  const { types } = useScheme();
  const viewing = useViewing();
  const point = pointOn(tag, viewing);
  useParagraph(store.index.paragraphAt(point));
  const stack = stackAt(store, point);
  if (stack.length < 2) return null;
  return (
    <Menu
      align="start"
      trigger={
        <Button small variant="plain" className="w-full justify-start!">
          <Layers aria-hidden="true" />
          {say.here(stack.findIndex(({ id }) => id === tag.id) + 1, stack.length)}
        </Button>
      }
    >
      {stack.map(({ id, type, anchor }) => (
        <MenuItem
          key={id}
          icon={<TypeMark type={types.find(({ name }) => name === type)} />}
          onSelect={() => store.look({ focused: id, point })}
        >
          <span className="flex items-center gap-2">
            <span className="line-clamp-1 max-w-60 font-serif" dir="auto">
              {anchor.exact}
            </span>
            {id === tag.id && <Check aria-label={say.present} className="ms-auto" />}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
