"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import { useFieldAttributes } from "./field-context";
import { inputLook } from "./input-look";
import { popupLook, rowLook } from "./popup-look";

export interface Suggestion {
  /** The text that choosing it puts into the field. */
  value: string;
  /** A few muted words that tell it from its like. */
  hint?: string;
}

export interface SuggestionGroup {
  /** The heading over the suggestions, e.g. "In this article". */
  label: string;
  items: readonly Suggestion[];
}

export interface ComboboxProps {
  value: string;
  /** Called once per change, and told whether it was typed rather than chosen: on a chosen suggestion, on Enter, and when the focus leaves. Escape takes the typing back. */
  onCommit: (value: string, wasTyped: boolean) => void;
  /** Called when the first character is typed over the value. */
  onBegin?: () => void;
  groups: readonly SuggestionGroup[];
  /** The accessible name where no Field names it. */
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  dir?: "auto" | "ltr" | "rtl";
  id?: string;
  className?: string;
  ref?: React.Ref<HTMLInputElement>;
}

const everything = () => true;

/** A line of free text with suggestions: what is typed counts, whether or not it is in the list. */
export function Combobox({
  value,
  onCommit,
  onBegin,
  groups,
  label,
  placeholder,
  disabled,
  dir = "auto",
  id,
  className,
  ref,
}: ComboboxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const field = useFieldAttributes();
  const aboutToChoose = useRef(false);
  const type = (text: string) => {
    if (draft === null) onBegin?.();
    setDraft(text);
  };
  const commit = (text: string) => {
    setDraft(null);
    if (text.trim() !== value) onCommit(text.trim(), draft !== null);
  };
  return (
    <Autocomplete.Root
      items={groups}
      itemToStringValue={(item: Suggestion) => item.value}
      value={draft ?? value}
      onValueChange={(text, { reason }) => {
        // Escape would empty the field; here it takes the typing back.
        if (reason === "escape-key") setDraft(null);
        else if (reason === "item-press") commit(text);
        else type(text);
      }}
      onItemHighlighted={(item) => {
        aboutToChoose.current = item !== undefined;
      }}
      // Before anything is typed the whole list is offered, not only what is like the present value.
      filter={draft === null ? everything : undefined}
      disabled={disabled}
      openOnInputClick
      locale="en"
    >
      <Autocomplete.Input
        ref={ref}
        {...field}
        id={id ?? field.id}
        dir={dir}
        aria-label={label}
        placeholder={placeholder}
        className={cx(inputLook, "control", className)}
        onBlur={() => {
          if (draft !== null) commit(draft);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && draft !== null && !aboutToChoose.current) commit(draft);
          if (event.key !== "Escape" || draft === null) return;
          setDraft(null);
          event.stopPropagation();
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50 outline-none">
          <Autocomplete.Popup
            className={cx(popupLook, "w-(--anchor-width) max-w-(--available-width) has-data-empty:hidden")}
          >
            <Autocomplete.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
              {(group: SuggestionGroup) => (
                <Autocomplete.Group key={group.label} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2 py-1 text-xs text-muted">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Suggestion) => (
                      <Autocomplete.Item key={item.value} value={item} className={rowLook}>
                        <span dir="auto">{item.value}</span>
                        {item.hint !== undefined && <span className="ms-auto text-muted">{item.hint}</span>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
