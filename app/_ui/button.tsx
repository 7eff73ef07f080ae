import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps } from "react";
import { cx } from "~/app/_lib/cx";
import { buttonLook, type ButtonVariant } from "./button-look";
import { Spinner } from "./spinner";

export interface ButtonProps extends Omit<ComponentProps<"button">, "ref"> {
  variant?: ButtonVariant;
  /** 28 px high, for rows and bars. */
  small?: boolean;
  /** Work is under way: the button keeps the focus, does nothing, and shows a spinner after 300 ms. */
  busy?: boolean;
  ref?: React.Ref<HTMLElement>;
}

/** A button; `type` is "button" unless said. A disabled one stays focusable, so that its reason can be found. */
export function Button({
  variant,
  small,
  busy = false,
  disabled = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled
      aria-busy={busy || undefined}
      className={cx(buttonLook({ variant, small }), className)}
    >
      {busy && <Spinner />}
      {children}
    </BaseButton>
  );
}
