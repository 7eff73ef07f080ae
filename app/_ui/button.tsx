import type { ComponentProps } from "react";
import { cx } from "~/app/_lib/cx";
import { buttonLook, type ButtonVariant } from "./button-look";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant | undefined;
  /** 28 px high, for rows and bars. */
  small?: boolean | undefined;
  /** Work is under way: the button keeps the focus, does nothing, and shows a spinner after 300 ms. */
  busy?: boolean;
}

/** A button; `type` is "button" unless said. A disabled one stays focusable, so that its reason can be found. */
export function Button({
  variant,
  small,
  busy = false,
  disabled = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isOff = disabled || busy;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isOff || undefined}
      data-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // A submit button would send its form.
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(buttonLook({ variant, small }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
