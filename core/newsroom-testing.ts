import { decideNewsroom, type NewsroomCircumstances, newsroomEventsOf } from "./decide-newsroom";
import { DomainError } from "./errors";
import { foldNewsroom } from "./evolve-newsroom";
import { SYSTEM } from "./ids";
import { CommandId, DeskId, EvidenceId, InvitationId, NewsroomId, UserId } from "./shapes/ids";
import { type AnyNewsroomCommand, EMPTY_NEWSROOM, type NewsroomEvent, type NewsroomSlice } from "./newsroom";
import { NewsroomFact, Roles } from "./shapes/newsroom";
import type { Role } from "./policy";
import { idNumber } from "./testing";

/** A newsroom for tests, with an administrator, a managing editor and a reporter. Not for use outside of tests. */

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
export const NOW = Date.UTC(2026, 10, 3, 9, 30);

export const newsroom = {
  id: NewsroomId.parse(idNumber(1)),
  slug: "courier",
  name: "The Courier",
  deskKind: "full",
  fourEyes: "required",
} as const;
export const admin = UserId.parse(idNumber(10));
export const second = UserId.parse(idNumber(11));
export const lead = UserId.parse(idNumber(12));
export const reporter = UserId.parse(idNumber(13));
export const stranger = UserId.parse(idNumber(14));
export const city = DeskId.parse(idNumber(20));
export const sport = DeskId.parse(idNumber(21));
export const closed = DeskId.parse(idNumber(22));
export const link = InvitationId.parse(idNumber(30));
export const otherLink = InvitationId.parse(idNumber(31));
export const item = EvidenceId.parse(idNumber(40));

const nothingKnown: NewsroomCircumstances["known"] = {
  account: null,
  elsewhere: false,
  names: new Map([
    [admin, "Robin"],
    [lead, "Tomas"],
    [reporter, "Nora"],
  ]),
  refs: new Set(),
};

interface Asked {
  by?: UserId;
  at?: number;
  known?: Partial<NewsroomCircumstances["known"]>;
}

function circumstances(slice: NewsroomSlice, { by = admin, at = NOW, known }: Asked): NewsroomCircumstances {
  const member = slice.members.get(by);
  const roles = by === SYSTEM ? (["system"] as const) : member && !member.disabled ? member.roles : [];
  return {
    command: CommandId.parse(idNumber(99)),
    actor: { id: by, roles },
    now: at,
    known: { ...nothingKnown, ...known },
  };
}

/** What the command comes to, asked by the administrator unless said otherwise. */
export function ask(
  slice: NewsroomSlice,
  command: AnyNewsroomCommand,
  asked: Asked = {},
): readonly NewsroomFact[] {
  return decideNewsroom(slice, command, circumstances(slice, asked)).facts;
}

/** The slice after the commands, each by an administrator unless said otherwise. */
export function after(
  slice: NewsroomSlice,
  ...steps: (AnyNewsroomCommand | [AnyNewsroomCommand, Asked])[]
): NewsroomSlice {
  let standing = slice;
  for (const step of steps) {
    const [command, asked] = Array.isArray(step) ? step : [step, {}];
    const c = circumstances(standing, asked);
    const events = newsroomEventsOf(standing, decideNewsroom(standing, command, c), newsroom.id, c);
    standing = events.map(placed).reduce(foldNewsroom, standing);
  }
  return standing;
}

/** As the log gives it back: words with their place. */
function placed(event: NewsroomEvent): NewsroomEvent {
  const body = Object.fromEntries(
    Object.entries(event.body).map(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null && "words" in value && !("ref" in value)
        ? [key, { ref: `${event.seq}/${key}`, ...value }]
        : [key, value],
    ),
  );
  return { ...event, ...NewsroomFact.parse({ type: event.type, body }) };
}

/** The no that the command gets. @throws Error when it is not refused */
export function refusal(slice: NewsroomSlice, command: AnyNewsroomCommand, asked: Asked = {}): DomainError {
  try {
    ask(slice, command, asked);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

/** Just founded: an administrator and nobody else. */
export const founded = after(EMPTY_NEWSROOM, [
  { type: "foundNewsroom", newsroom, founder: { person: admin, roles: ["admin"] } },
  { by: SYSTEM },
]);

let links = 100;
/** The two commands by which a person joins. */
export function joining(
  person: UserId,
  roles: Role[],
  desks: "all" | DeskId[] = "all",
): (AnyNewsroomCommand | [AnyNewsroomCommand, Asked])[] {
  const invitation = InvitationId.parse(idNumber((links += 1)));
  return [
    {
      type: "invitePerson",
      invitation,
      email: `p${links}@courier.example`,
      name: "P",
      roles: Roles.parse(roles),
      desks,
      days: 7,
    },
    [{ type: "join", person, invitation }, { by: person }],
  ];
}

/** With people and desks; `closed` is archived. */
export const staffed = after(
  founded,
  { type: "addDesk", desk: city, name: "City" },
  { type: "addDesk", desk: sport, name: "Sport" },
  { type: "addDesk", desk: closed, name: "Travel" },
  { type: "archiveDesk", desk: closed, archived: true },
  ...joining(lead, ["managing-editor"]),
  ...joining(reporter, ["reporter"], [city]),
);

/** An invitation to a checker, Ana Ruiz. */
export const invite = {
  type: "invitePerson",
  invitation: link,
  email: "ana@courier.example",
  name: "Ana Ruiz",
  roles: ["checker"],
  desks: [city],
  days: 7,
} as const satisfies AnyNewsroomCommand & { type: "invitePerson" };
