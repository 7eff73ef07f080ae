import * as words from "~/app/_lib/words";
import { buttonLook } from "~/app/_ui/button-look";
import { Link } from "~/app/_ui/link";

const { title, safe, todo, action } = words.reader.forbidden;

/** What stands in for an article that the person knows of but may not read. */
export function Forbidden({ why }: { why: string }) {
  return (
    <main className="mx-auto flex w-full max-w-xl flex-col items-start gap-3 px-4 py-16">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p>{why}</p>
      <p>{safe}</p>
      <p>{todo}</p>
      <Link href="/" className={buttonLook({ variant: "primary" })}>
        {action}
      </Link>
    </main>
  );
}
