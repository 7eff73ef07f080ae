import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Link } from "~/app/_ui/link";
import type { Sent } from "./use-paste";

interface PasteTroubleProps {
  sent: Sent | null;
  /** Puts signs that can be stored in the place of those that cannot. */
  onReplace: () => void;
  onAnyway: () => void;
}

/** Why the pasted text did not become an article, and what to do. */
export function PasteTrouble({ sent, onReplace, onAnyway }: PasteTroubleProps) {
  const { notAdded, kept, here, offers } = words.newArticle;
  if (sent === null || sent.status === "created") return null;
  if (sent.status === "failed") return <ErrorNote happened={notAdded} safe={kept} todo={sent.sentence} />;
  if (sent.status === "here") {
    return (
      <ErrorNote
        happened={
          <>
            {here.happened} <Link href={`/articles/${sent.article}`}>{sent.title ?? here.untitled}</Link>
          </>
        }
        safe={kept}
        action={<Button onClick={onAnyway}>{here.anyway}</Button>}
      />
    );
  }
  return (
    <ErrorNote
      happened={notAdded}
      safe={kept}
      todo={<Problems problems={sent.problems} />}
      action={sent.offer === "replace" && <Button onClick={onReplace}>{offers.replace}</Button>}
    />
  );
}

/** What keeps a text out, one by one. */
export function Problems({ problems }: { problems: readonly { sentence: string }[] }) {
  if (problems.length === 1) return problems[0]?.sentence;
  return problems.map(({ sentence }, place) => (
    <span key={`${place} ${sentence}`} className="block">
      {sentence}
    </span>
  ));
}
