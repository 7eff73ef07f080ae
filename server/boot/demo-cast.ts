import type { AnyArticleCommand } from "~/core/shapes/command";
import type { DeskId, EvidenceId, NewsroomId, UserId } from "~/core/ids";
import type { Database } from "~/db/client";
import type { DeskKey, PersonKey, SeedPerson } from "~/db/seed/people";

/** The ids that keys of a seed's newsroom stand for, and the time of the seeding. */
export interface Cast {
  readonly db: Database;
  readonly newsroom: NewsroomId;
  readonly people: readonly SeedPerson[];
  readonly person: (key: PersonKey) => UserId;
  readonly desk: (key: DeskKey) => DeskId;
  readonly evidence: (key: string) => EvidenceId;
  readonly seededAt: Date;
}

/** What happens to a story at one time. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it comes to, asked when it is due. @param sees the digest of the text as it stands then */
  readonly commands: (sees: string | null) => { by: UserId; command: AnyArticleCommand }[];
}

export const HOUR = 3_600_000;
