import NextLink from "next/link";
import type { MouseEvent, ReactNode } from "react";
import { cx } from "~/app/_lib/cx";
import { linkKind } from "~/app/_lib/links";
import * as words from "~/app/_lib/words";
import { VisuallyHidden } from "./visually-hidden";

export interface LinkProps {
  /** A path inside Galley, or an http(s) address; anything else shows its words without a link. */
  href: string;
  children: ReactNode;
  /** Replaces the look of a text link, for example with `buttonLook()`. */
  className?: string;
  /** Marks the link to the page that is shown. */
  current?: boolean;
  /** False where a list has so many links that fetching each page ahead would burden the server. */
  prefetch?: boolean;
  lang?: string;
  onFocus?: () => void;
  /** On following it inside Galley, also in another tab; one that is prevented goes nowhere. */
  onFollow?: (event: MouseEvent) => void;
  "aria-label"?: string;
}

const textLook = "text-accent underline decoration-1 underline-offset-2 hover:decoration-2";

/** A link; addresses from people are safe to give to it. */
export function Link({
  href,
  children,
  className = textLook,
  current = false,
  prefetch,
  onFollow,
  ...rest
}: LinkProps) {
  const kind = linkKind(href);
  if (kind === "refused") return <span>{children}</span>;
  if (kind === "outside") {
    return (
      <a
        {...rest}
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        className={cx("wrap-anywhere", className)}
      >
        {children}
        <VisuallyHidden> {words.common.outsideLink}</VisuallyHidden>
      </a>
    );
  }
  return (
    <NextLink
      {...rest}
      href={href}
      className={className}
      aria-current={current ? "page" : undefined}
      prefetch={prefetch}
      {...(onFollow && { onClick: onFollow, onAuxClick: onMiddle(onFollow) })}
    >
      {children}
    </NextLink>
  );
}

/** The middle button opens another tab; the other one opens the browser's menu. */
function onMiddle(follow: (event: MouseEvent) => void) {
  return (event: MouseEvent) => {
    if (event.button === 1) follow(event);
  };
}
