import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import type { KeptOnDevice } from "./records";

const say = words.unsent;

/** What is kept of which article, each the way there. */
export function KeptList({ kept }: { kept: readonly KeptOnDevice[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {kept.map(({ key, article, title, drawer, items }) => (
        <li key={key} dir="auto">
          <Link href={`/articles/${article}`} prefetch={false}>
            {title ?? say.untitled}
          </Link>
          : {drawer === "pending" ? say.unsent(items.length) : say.unanswered(items.length)}
        </li>
      ))}
    </ul>
  );
}

/** Gives it to the person as a file, in words that they can read and a program can. */
export function saveKept(kept: readonly KeptOnDevice[]): void {
  const told = kept.map(({ article, title, drawer, items }) => ({ article, title, drawer, items }));
  const file = new Blob([JSON.stringify(told, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = say.fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
