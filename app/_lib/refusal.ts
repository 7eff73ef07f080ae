import { TRPCClientError } from "@trpc/client";

import type { ErrorData } from "~/server/trpc";
import * as words from "./words";

/** Why something was not done, for people and for code. */
export interface Refusal {
  /** `unreachable`: no answer came; whether it was done is not known. */
  readonly kind: ErrorData["kind"] | "unreachable";
  /** What happened and what to do, to be shown as it is. */
  readonly sentence: string;
  /** For `conflict`: the value that stands now. */
  readonly present?: unknown;
  /** For `bug`: what to quote when asking for help. */
  readonly code?: string;
}

const kinds: Record<ErrorData["kind"], true> = {
  "not-found": true,
  forbidden: true,
  conflict: true,
  "illegal-state": true,
  "bad-input": true,
  "signed-out": true,
  "too-many": true,
  away: true,
  bug: true,
};

function isKind(kind: unknown): kind is ErrorData["kind"] {
  return typeof kind === "string" && kind in kinds;
}

/** What an error of a query or mutation means. */
export function refusalOf(error: unknown): Refusal {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  if (
    !(error instanceof Error) ||
    typeof data !== "object" ||
    data === null ||
    !("kind" in data) ||
    !isKind(data.kind)
  ) {
    return { kind: "unreachable", sentence: words.errors.unreachable };
  }
  return {
    kind: data.kind,
    sentence: error.message,
    ...("present" in data && data.present !== undefined && { present: data.present }),
    ...("code" in data && typeof data.code === "string" && { code: data.code }),
  };
}

/** Whether the same request may do better in a moment: no answer, the database away, a failure of the server. */
export function mayPass({ kind }: Refusal): boolean {
  return kind === "unreachable" || kind === "away" || kind === "bug";
}
