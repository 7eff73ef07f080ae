"use client";

import { CopyCheck, Ellipsis, History, Link, ScrollText, X } from "lucide-react";
import { memo } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "~/app/_ui/menu";
import { useScheme, useStore, useTag } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import { isStanding, type Tag } from "~/core/tag";
import { changedType, copyLinkTo } from "./tag-commands";
import { TypeMark } from "./type-mark";

const say = words.margin;

/** The rest of what can be done, behind a button; what that is gets decided once the button is pressed. */
export const TagMenu = memo(function TagMenu({ id, name = say.actions }: { id: TagId; name?: string }) {
  return (
    <Menu trigger={<IconButton small label={name} icon={<Ellipsis aria-hidden="true" />} />}>
      <MenuItems id={id} />
    </Menu>
  );
});

function MenuItems({ id }: { id: TagId }) {
  const tag = useTag(id);
  return tag && <ItemsFor tag={tag} />;
}

function ItemsFor({ tag }: { tag: Tag }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const scheme = useScheme();
  const types = scheme.types.filter((type) => type.name !== tag.type);
  const canRetype = isStanding(tag) && store.can("tag").allowed;
  return (
    <>
      {canRetype &&
        types.map((type) => (
          <MenuItem
            key={type.name}
            keys={keyOf(`tag ${type.name}`)}
            icon={<TypeMark type={type} />}
            onSelect={() => store.dispatch(changedType(store, tag, type.name))}
          >
            {say.changeTo(type.label)}
          </MenuItem>
        ))}
      {store.refusalOf({ type: "dismissTag", tag: tag.id, reason: "-" }) === null && (
        <MenuItem
          keys={keyOf("dismiss")}
          icon={<X aria-hidden="true" />}
          onSelect={() => store.intend({ kind: "dismiss", tag: tag.id })}
        >
          {say.dismiss}
        </MenuItem>
      )}
      {canRetype && <MenuSeparator />}
      <MenuItem
        keys={keyOf("link")}
        icon={<Link aria-hidden="true" />}
        onSelect={() => void copyLinkTo(tag.id)}
      >
        {say.link}
      </MenuItem>
      {canRetype && (
        <MenuItem
          keys={keyOf("everywhere")}
          icon={<CopyCheck aria-hidden="true" />}
          onSelect={() => store.intend({ kind: "everywhere", span: tag.anchor })}
        >
          {words.many.everywhere.button}
        </MenuItem>
      )}
      <MenuItem
        icon={<History aria-hidden="true" />}
        onSelect={() => store.intend({ kind: "history", tag: tag.id })}
      >
        {say.history}
      </MenuItem>
      {store.can("read audit").allowed && (
        <MenuLink
          href={`/articles/${tag.article}/audit?tag=${tag.id}`}
          icon={<ScrollText aria-hidden="true" />}
        >
          {say.record}
        </MenuLink>
      )}
    </>
  );
}
