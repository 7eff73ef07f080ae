import { refusalOf } from "~/app/_lib/refusal";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";

const say = words.evidencePage.failed;

/** Why the evidence could not be read, and the way to try again. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { sentence, code } = refusalOf(error);
  return (
    <ErrorNote
      happened={say.happened}
      safe={say.safe}
      todo={sentence}
      code={code}
      action={<Button onClick={retry}>{words.common.retry}</Button>}
    />
  );
}
