import { randomUUID } from "node:crypto";

import { SYSTEM } from "~/core/ids";
import { CommandId, InvitationId, NewsroomId } from "~/core/shapes/ids";
import { Email, Slug } from "~/core/shapes/newsroom";
import type { Database } from "~/db/client";
import { hasNewsroom, newsroomsWithoutAdmin } from "~/db/queries/invitations";
import { acceptLink } from "./acceptance";
import { foundNewsroom } from "./founding";
import { makeLink } from "./offers";

/** How many days a set-up link is good; a start makes a new one. */
const SET_UP_DAYS = 2;

/** What a server may be told about its first administrator and newsroom. */
export interface FirstAdmin {
  /** With `password`, the administrator is made at once and no link is needed. */
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  /** The address of the newsroom below `/n/`; “newsroom” unless told. */
  readonly slug?: string | undefined;
  readonly newsroomName?: string | undefined;
  /** The server's own address, for the link. */
  readonly baseUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What came of it: the link to be shown to whoever started the server, if somebody has yet to use it. */
export interface FirstAdminAnswer {
  readonly founded: boolean;
  readonly setUpLink: string | null;
}

/**
 * Sees to it that there is a newsroom and that somebody can manage it: founds one where there is none, and
 * makes its administrator, or a one-time link on which they say who they are. Does nothing where all is well.
 * @throws DomainError bad-input when the password is no good
 */
export async function ensureFirstAdmin(db: Database, given: FirstAdmin): Promise<FirstAdminAnswer> {
  const founded = !(await hasNewsroom(db));
  if (founded) await foundFirst(db, given);
  const [orphan] = await newsroomsWithoutAdmin(db);
  if (orphan === undefined) return { founded, setUpLink: null };

  const performer = { db, person: SYSTEM, now: given.now };
  const path = await makeLink(performer, {
    newsroomId: orphan,
    commandId: newCommand(),
    command: { type: "inviteFirstAdmin", invitation: InvitationId.parse(randomUUID()), days: SET_UP_DAYS },
  });
  const { email, password } = given;
  if (email === undefined || password === undefined) {
    return { founded, setUpLink: new URL(path, given.baseUrl).href };
  }
  const self = { email: Email.parse(email), name: email.split("@")[0] ?? email };
  const token = path.slice(path.lastIndexOf("/") + 1);
  await acceptLink(db, { token, commandId: newCommand(), password, self }, given.now);
  return { founded, setUpLink: null };
}

async function foundFirst(db: Database, { slug, newsroomName, now }: FirstAdmin): Promise<void> {
  const newsroom = {
    id: NewsroomId.parse(randomUUID()),
    slug: Slug.parse(slug ?? "newsroom"),
    name: newsroomName ?? "The newsroom",
    deskKind: "full",
    fourEyes: "required",
  } as const;
  await foundNewsroom(db, { newsroom, founder: null, commandId: newCommand() }, now);
}

function newCommand(): CommandId {
  return CommandId.parse(randomUUID());
}
