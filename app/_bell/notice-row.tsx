import type { MouseEvent } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";
import { placeOf, sentenceOf } from "~/core/notice-words";
import type { ListedNotice } from "~/server/routers";

interface NoticeRowProps {
  notice: ListedNotice;
  /** Whether the person belongs to several newsrooms, so that each notice says of which it is. */
  isInSeveral: boolean;
  /** On going where it leads, also in another tab. */
  onRead: () => void;
  /** On leaving the list for it. */
  onLeave: () => void;
}

const say = words.bell;

/** One notice: who did what, the words that it is about, where and when; the whole of it leads there. */
export function NoticeRow({ notice, isInSeveral, onRead, onLeave }: NoticeRowProps) {
  const { title, direction, quote, newsroom, at, isRead } = notice;
  const href = placeOf(notice);
  const follow = (event: MouseEvent) => {
    onRead();
    const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (opensElsewhere) return;
    onLeave();
    if (goOnThisPage(href)) event.preventDefault();
  };
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        onFollow={follow}
        className="flex scroll-mb-14 gap-2 px-3 py-2 -outline-offset-2 hover:bg-sunken"
      >
        <span
          aria-hidden="true"
          className={cx("mt-1.5 size-2 shrink-0 rounded-full", isRead ? "bg-transparent" : "bg-accent")}
        />
        <span className="flex min-w-0 flex-col">
          <span className={cx(!isRead && "font-semibold")}>
            {!isRead && <VisuallyHidden>{say.unread}: </VisuallyHidden>}
            {sentenceOf(notice)}
          </span>
          {quote !== null && (
            <span className="line-clamp-2 font-serif wrap-anywhere" dir={direction}>
              {quote}
            </span>
          )}
          <span className="flex text-muted">
            <span className="truncate" dir="auto">
              {title.words ?? say.titleRemoved}
            </span>
            {isInSeveral && (
              <>
                <Dot />
                <span className="max-w-32 shrink-0 truncate" dir="auto">
                  {newsroom.name}
                </span>
              </>
            )}
            <Dot />
            <Time at={at} className="shrink-0" />
          </span>
        </span>
      </Link>
    </li>
  );
}

function Dot() {
  return <span className="shrink-0 whitespace-pre"> · </span>;
}

/** Follows the address if its page is the one that is shown. @returns whether it is */
function goOnThisPage(href: string): boolean {
  const { pathname, hash } = new URL(href, location.href);
  if (pathname !== location.pathname) return false;
  // The page looks where to go whenever this changes; it may have gone elsewhere since.
  if (hash === location.hash) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
  return true;
}
