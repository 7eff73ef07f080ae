import { type Refusal, refusalOf } from "~/app/_lib/refusal";
import { DomainError } from "~/core/errors";

/** Why a command was not carried out, whether our own copy of the article refused it or the server. */
export function whyNot(error: unknown): Refusal {
  if (!(error instanceof DomainError)) return refusalOf(error);
  return { kind: error.kind, sentence: error.message, present: error.present };
}
