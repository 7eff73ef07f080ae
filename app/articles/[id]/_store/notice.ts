import type { ArticleCommand } from "~/core/shapes/command";
import type { DomainError } from "~/core/errors";
import type { Step } from "~/core/undo-stack";
import type { Conflict } from "./conflict";
import type { NewText } from "./replica";

/** What the person should hear of, wherever on the page they are. */
export type Notice =
  | { readonly kind: "refused"; readonly command: ArticleCommand; readonly refusal: DomainError }
  | { readonly kind: "conflict"; readonly conflict: Conflict }
  | { readonly kind: "undone" | "redone"; readonly step: Step | undefined }
  | { readonly kind: "others"; readonly tags: number }
  | ({ readonly kind: "revised" } & NewText);
