import { refusalOf } from "~/app/_lib/refusal";
import * as words from "~/app/_lib/words";
import { Button } from "./button";
import { ErrorNote } from "./error-note";

export interface ListTroubleProps {
  /** What could not be read, and what is safe all the same. */
  failed: { readonly happened: string; readonly safe: string };
  error: unknown;
  retry: () => void;
}

/** In place of a list that could not be read: what happened, what is safe, and the way to try again. */
export function ListTrouble({ failed, error, retry }: ListTroubleProps) {
  const { sentence, code } = refusalOf(error);
  return (
    <ErrorNote
      happened={failed.happened}
      safe={failed.safe}
      todo={sentence}
      code={code}
      action={<Button onClick={retry}>{words.common.retry}</Button>}
    />
  );
}
