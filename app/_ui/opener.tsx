"use client";

import {
  cloneElement,
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { type Late, type Openable, useLate } from "~/app/_lib/on-demand";

/** What a button is told that opens something. */
export interface OpenerAttributes {
  ref?: Ref<HTMLButtonElement> | undefined;
  "aria-haspopup"?: "menu" | "dialog";
  "aria-expanded"?: boolean;
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

interface OpenerProps extends Openable {
  trigger: ReactElement<OpenerAttributes>;
  defaultOpen?: boolean | undefined;
}

/**
 * A button and what it opens, whose code comes later. The button stands alone until it is first pressed, since pages
 * have many that never are; what is pressed before the code has come opens when it is there.
 */
export function opener<Code extends object, Props extends OpenerProps>(
  late: Late<Code>,
  { pick, opens }: { pick: (code: Code) => ComponentType<Props>; opens: "menu" | "dialog" },
): ComponentType<Props> {
  return function Opener(props: Props) {
    const code = useLate(late);
    const [isPressed, setPressed] = useState(false);
    const [wasOpened, setOpened] = useState(false);
    const isOpen = isPressed || props.open === true;
    if (code && isOpen && !wasOpened) setOpened(true);
    const giveUp = useEffectEvent(() => {
      setPressed(false);
      props.onOpenChange?.(false);
    });
    useEffect(() => {
      if (isOpen)
        void late.want().then((isThere) => {
          if (!isThere) giveUp();
        });
    }, [isOpen]);
    if (code && wasOpened) {
      const Part = pick(code);
      return <Part {...props} defaultOpen={isPressed} />;
    }
    const press = () => {
      setPressed(true);
      props.onOpenChange?.(true);
    };
    return cloneElement(props.trigger, {
      "aria-haspopup": opens,
      "aria-expanded": false,
      onClick: press,
      onKeyDown: (event) => {
        if (opens !== "menu" || event.key !== "ArrowDown") return;
        event.preventDefault();
        press();
      },
    });
  };
}
