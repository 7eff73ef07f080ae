"use client";

import {
  cloneElement,
  type ComponentType,
  type ReactElement,
  type Ref,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { type Late, type Openable, useLate } from "~/app/_lib/on-demand";

/** What a button is told that opens something. */
export interface OpenerAttributes {
  ref?: Ref<HTMLButtonElement> | undefined;
  "aria-haspopup"?: "menu" | "dialog";
  "aria-expanded"?: boolean;
  onClick?: () => void;
  onBlur?: () => void;
}

interface OpenerProps extends Openable {
  trigger: ReactElement<OpenerAttributes>;
  defaultOpen?: boolean | undefined;
}

/**
 * A button and what it opens, whose code comes later. Until then the button stands alone, and what is pressed sooner
 * opens when the code is there. A button that has the focus is not exchanged for the one that opens by itself.
 */
export function opener<Code extends object, Props extends OpenerProps>(
  late: Late<Code>,
  { pick, opens }: { pick: (code: Code) => ComponentType<Props>; opens: "menu" | "dialog" },
): ComponentType<Props> {
  return function Opener(props: Props) {
    const code = useLate(late);
    const button = useRef<HTMLButtonElement>(null);
    const [isPressed, setPressed] = useState(false);
    const [isAlone, setAlone] = useState(true);
    const isOpen = isPressed || props.open === true;
    if (code && isOpen && isAlone) setAlone(false);
    useEffect(() => {
      if (code && !button.current?.matches(":focus, :active")) setAlone(false);
    }, [code]);
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
    if (code && !isAlone) {
      const Part = pick(code);
      return <Part {...props} defaultOpen={isPressed} />;
    }
    return cloneElement(props.trigger, {
      ref: button,
      "aria-haspopup": opens,
      "aria-expanded": false,
      onClick: () => {
        setPressed(true);
        props.onOpenChange?.(true);
      },
      onBlur: () => setAlone(code === null),
    });
  };
}
