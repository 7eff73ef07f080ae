"use client";

import { ariaChord } from "~/app/_keys/chords";
import { cx } from "~/app/_lib/cx";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "children"> {
  /** The name, for the tooltip and for screen readers. */
  label: string;
  /** The key that does the same, shown in the tooltip: "j" or "Mod+k". */
  keys?: string | undefined;
  icon: React.ReactNode;
}

/** A square button with an icon, its name in a tooltip. */
export function IconButton({
  label,
  keys,
  icon,
  variant = "plain",
  small,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <Button
        {...rest}
        variant={variant}
        small={small}
        aria-label={label}
        aria-keyshortcuts={ariaChord(keys)}
        className={cx(
          "aspect-square px-0!",
          small ? "min-w-7" : "min-w-8",
          "pointer-coarse:min-w-11",
          className,
        )}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
