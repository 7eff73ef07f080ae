import type { Metadata } from "next";
import * as words from "./_lib/words";
import { buttonLook } from "./_ui/button-look";
import { Link } from "./_ui/link";

const { title, happened, safe, todo, action } = words.errors.missing;

export const metadata: Metadata = { title };

/** What an address answers that does not exist, or that this person may not see: both alike. */
export default function NotFound() {
  return (
    <main className="mx-auto flex w-full max-w-xl flex-col items-start gap-3 px-4 py-16">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p>{happened}</p>
      <p>{safe}</p>
      <p>{todo}</p>
      <Link href="/" className={buttonLook({ variant: "primary" })}>
        {action}
      </Link>
    </main>
  );
}
