"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import NextLink from "next/link";
import type { ReactElement, ReactNode } from "react";
import { Chord } from "~/app/_keys/chord";
import { cx } from "~/app/_lib/cx";
import type { OpenerAttributes } from "./opener";
import { popupLook, rowLook } from "./popup-look";

export interface MenuProps {
  trigger: ReactElement<OpenerAttributes>;
  /** MenuItem, MenuLink, MenuChoices and MenuSeparator. */
  children: ReactNode;
  align?: "start" | "center" | "end";
  /** Open from the start. */
  defaultOpen?: boolean | undefined;
}

/** A list of actions behind a button; arrows move, letters jump, Escape returns. */
export function Menu({ trigger, children, align = "end", defaultOpen }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-50 outline-none">
          <BaseMenu.Popup
            className={cx(popupLook, "max-h-(--available-height) min-w-48 overflow-y-auto p-1")}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  /** The key that does the same. */
  keys?: string | undefined;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ children, onSelect, icon, keys, danger = false, disabled }: MenuItemProps) {
  return (
    <BaseMenu.Item onClick={onSelect} disabled={disabled} className={cx(rowLook, danger && "text-danger")}>
      {icon}
      <span className="grow">{children}</span>
      {keys !== undefined && <Chord chord={keys} />}
    </BaseMenu.Item>
  );
}

export interface MenuLinkProps {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** A way to another page of Galley. */
export function MenuLink({ href, icon, children }: MenuLinkProps) {
  return (
    <BaseMenu.LinkItem render={<NextLink href={href} />} className={rowLook} closeOnClick>
      {icon}
      {children}
    </BaseMenu.LinkItem>
  );
}

export interface MenuChoicesProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** One of a few, inside a menu, with a heading. */
export function MenuChoices<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: MenuChoicesProps<Value>) {
  return (
    <BaseMenu.RadioGroup
      value={value}
      onValueChange={(chosen: unknown) => {
        const choice = choices.find((known) => known.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      <BaseMenu.GroupLabel className="px-2 py-1 text-xs text-muted">{label}</BaseMenu.GroupLabel>
      {choices.map((choice) => (
        <BaseMenu.RadioItem key={choice.value} value={choice.value} className={rowLook}>
          {choice.icon}
          <span className="grow">{choice.label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden="true" />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 border-t" />;
}
