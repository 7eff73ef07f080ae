import type { Article } from "./article";
import { DomainError } from "./errors";
import { SYSTEM, type UserId } from "./ids";
import type { Grade } from "./scheme";
import type { Tag } from "./tag";
import type { Role, DeskKind } from "./shapes/policy";

/**
 * Who may do what: one table of verbs by roles, deny by default. Roles are fixed bundles, so that the whole
 * table can be tested; a person may hold several in a newsroom. Seeing an article at all is decided before,
 * by `visibleTo`; this file decides what may be done with what one sees.
 */

export type { Role, DeskKind } from "./shapes/policy";

export const ROLES = [
  "reporter",
  "copy-editor",
  "checker",
  "standards",
  "managing-editor",
  "editor",
  "admin",
  "counsel",
  "system",
] as const;

export const DESK_KINDS = ["full", "small"] as const;

/** The roles that a newsroom of each kind gives to people. */
export const ROLES_OF_DESK: Record<DeskKind, readonly Role[]> = {
  full: ["reporter", "copy-editor", "checker", "standards", "managing-editor", "admin", "counsel"],
  small: ["reporter", "editor", "admin", "counsel"],
};

export const ROLE_LABEL: Record<Role, string> = {
  reporter: "reporter",
  "copy-editor": "copy editor",
  checker: "checker",
  standards: "standards editor",
  "managing-editor": "managing editor",
  editor: "editor",
  admin: "administrator",
  counsel: "counsel",
  system: "Galley",
};

/** The full desk's roles that a small desk's editor holds at once. */
const EDITOR_IS: readonly Role[] = ["copy-editor", "checker", "standards", "managing-editor"];

/** Where a permission reaches: everywhere; one's own articles and those one is assigned to; or also those shared. */
export type Reach = "all" | "own" | "shared";

type Row = Partial<Record<Role, Reach>>;

const desk: Row = { "copy-editor": "all", checker: "all", standards: "all", "managing-editor": "all" };

const seniors: Row = { checker: "all", standards: "all", "managing-editor": "all" };

const leads: Row = { standards: "all", "managing-editor": "all" };

const writers: Row = { reporter: "own", "copy-editor": "all", "managing-editor": "all" };

/** The whole of it. `verdict`, `approve` and `waive` have a row for each grade that a tag may carry. */
export const POLICY = {
  "create article": { reporter: "all", "copy-editor": "all", "managing-editor": "all" },
  "read text": { ...desk, reporter: "shared", counsel: "shared" },
  "change details": writers,
  "add revision": writers,
  /** The reporter's text is frozen once it was sent to review. */
  "add revision: after draft": { "copy-editor": "all", "managing-editor": "all" },
  archive: writers,
  "send to review": writers,
  "send back": desk,
  "sign off": { "copy-editor": "all", "managing-editor": "all" },
  "sign off: standards": leads,
  publish: { "managing-editor": "all" },
  "publish: where the desk allows": { "copy-editor": "all", "managing-editor": "all" },
  "override the gate": { "managing-editor": "all" },
  refile: { "copy-editor": "all", "managing-editor": "all" },
  correct: leads,
  "withdraw article": { "managing-editor": "all" },
  spike: { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  "set deadline": desk,
  share: { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  restrict: leads,
  redact: leads,
  tag: { ...desk, reporter: "own" },
  suggest: { system: "all" },
  "dismiss another's tag": { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  "dismiss a checked tag": leads,
  "set verdict": desk,
  "set verdict: must": seniors,
  "set verdict: legal": seniors,
  "set verdict: anonymous": seniors,
  approve: desk,
  "approve: must": desk,
  "approve: legal": leads,
  "approve: anonymous": leads,
  reopen: seniors,
  take: { ...desk, reporter: "own" },
  assign: { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  "assign: among checkers": desk,
  waive: { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  "waive: must": { "managing-editor": "all" },
  "waive: legal": leads,
  "waive: anonymous": leads,
  "vouch for a source": { "copy-editor": "all", standards: "all", "managing-editor": "all" },
  comment: { ...desk, reporter: "own", counsel: "shared" },
  ask: { ...desk, reporter: "own" },
  "settle for others": desk,
  "mark stale": { system: "all" },
  "recheck the gate": { system: "all" },
  "read history": { ...desk, reporter: "own" },
  /** The words in it take `read text` too: an administrator reads what happened, not what was written. */
  "read audit": { ...desk, reporter: "own", admin: "all", counsel: "shared" },
  "read newsroom log": { ...leads, admin: "all" },
  export: { ...desk, reporter: "own" },
  "view evidence": { ...desk, reporter: "all" },
  "add evidence": { ...desk, reporter: "all" },
  "withdraw evidence": desk,
  "view members": { "managing-editor": "all", admin: "all" },
  "manage members": { admin: "all" },
  "manage newsroom": { admin: "all" },
} as const satisfies Record<string, Row>;

export type Verb = keyof typeof POLICY;

/** Who acts, with the roles they hold in the newsroom in question. */
export interface Actor {
  readonly id: UserId;
  readonly roles: readonly Role[];
}

/** What is acted on. For verbs about the newsroom nothing more is needed. */
export interface Subject {
  readonly article?: Pick<Article, "author" | "shares"> | null;
  readonly tag?: Pick<Tag, "author" | "review">;
  readonly grades?: readonly Grade["name"][];
}

export type Permission = { allowed: true; as: Role } | { allowed: false; why: string };

/** The roles that count: those held, and for a small desk's editor the four that it bundles. */
function exercised(roles: readonly Role[]): { role: Role; as: Role }[] {
  return roles.flatMap((as) => (as === "editor" ? EDITOR_IS : [as]).map((role) => ({ role, as })));
}

/** Every role whose work falls to somebody who has these. */
export function rolesHeld(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role) || exercised(roles).some((held) => held.role === role));
}

function isOwn(actor: Actor, subject: Subject): boolean {
  const { article } = subject;
  if (!article) return false;
  return (
    article.author === actor.id ||
    article.shares.some((share) => share.person === actor.id && share.as === "assigned")
  );
}

function isShared(actor: Actor, { article }: Subject): boolean {
  return article?.shares.some(({ person }) => person === actor.id) ?? false;
}

/** The rows of the table that all must allow it: the verb's own, and those of the tag's grades. */
function rowsFor(verb: Verb, subject: Subject): Verb[] {
  if (verb !== "set verdict" && verb !== "approve" && verb !== "waive") return [verb];
  const graded = (subject.grades ?? []).map((grade) => `${verb}: ${grade}` as const);
  return graded.length > 0 ? graded : [verb];
}

function roleFor(actor: Actor, verb: Verb, subject: Subject): Role | null {
  const row: Row = POLICY[verb];
  for (const { role, as } of exercised(actor.roles)) {
    const reach = row[role];
    if (reach === "all" || (reach === "own" && isOwn(actor, subject))) return as;
    if (reach === "shared" && (isOwn(actor, subject) || isShared(actor, subject))) return as;
  }
  return null;
}

/**
 * Whether the actor may do it, and by which role; else a sentence that says who can.
 */
export function can(actor: Actor, verb: Verb, subject: Subject = {}): Permission {
  let as: Role | null = null;
  for (const row of rowsFor(verb, subject)) {
    const role = roleFor(actor, row, subject);
    if (role === null) return { allowed: false, why: refusal(row) };
    as ??= role;
  }
  return as === null ? { allowed: false, why: refusal(verb) } : { allowed: true, as };
}

/**
 * Of which articles among those that the actor sees a verb is theirs: of all, of those they wrote or that name them
 * in any way, of their own and assigned ones, or of none.
 */
export function reachOf(actor: Actor, verb: Verb): Reach | null {
  const allows = (shares: Article["shares"]) =>
    can(actor, verb, { article: { author: SYSTEM, shares } }).allowed;
  if (allows([])) return "all";
  if (allows([{ person: actor.id, as: "reader" }])) return "shared";
  return allows([{ person: actor.id, as: "assigned" }]) ? "own" : null;
}

/** Whether the newsroom's settings are anything for the actor. */
export function mayManage(actor: Actor): boolean {
  return can(actor, "view members").allowed || can(actor, "manage newsroom").allowed;
}

/** The role by which the actor may do it. @throws DomainError forbidden, with who can */
export function mustBeAllowed(actor: Actor, verb: Verb, subject: Subject = {}): Role {
  const permission = can(actor, verb, subject);
  if (!permission.allowed) throw new DomainError("forbidden", permission.why);
  return permission.as;
}

/** Who may do it, in words: “a standards editor or a managing editor (on a small desk: an editor)”. */
export function whoCan(verb: Verb, subject: Pick<Subject, "grades"> = {}): string {
  const rows: Row[] = rowsFor(verb, subject).map((name) => POLICY[name]);
  const isFor = (role: Role) => rows.every((row) => row[role]);
  const names = ROLES.filter(isFor).map((role) => {
    if (role === "system") return "Galley itself";
    const reaches = rows.map((row) => row[role]);
    return reaches.includes("own") || (reaches.includes("shared") && role === "reporter")
      ? `the ${ROLE_LABEL[role]} whose article it is`
      : `${indefinite(ROLE_LABEL[role])} ${ROLE_LABEL[role]}`;
  });
  const listed =
    names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}` : (names[0] ?? "nobody");
  return EDITOR_IS.some(isFor) ? `${listed} (on a small desk: an editor)` : listed;
}

function indefinite(noun: string): string {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}

const WHAT: Record<Verb, string> = {
  "create article": "Adding an article",
  "read text": "Reading this article",
  "change details": "Changing an article’s details",
  "add revision": "Changing the text of an article",
  "add revision: after draft": "Changing the text of an article that was sent to review",
  archive: "Archiving an article",
  "send to review": "Sending an article to review",
  "send back": "Sending an article back to its reporter",
  "sign off": "Signing off an article",
  "sign off: standards": "Signing off legal claims and anonymous sources",
  publish: "Publishing an article",
  "publish: where the desk allows": "Publishing an article of this desk",
  "override the gate": "Publishing past a closed gate",
  refile: "Refiling a published article",
  correct: "Correcting a published article",
  "withdraw article": "Withdrawing a published article",
  spike: "Spiking an article, or taking it off the spike,",
  "set deadline": "Setting a deadline",
  share: "Sharing an article",
  restrict: "Restricting an article",
  redact: "Removing words from the record",
  tag: "Tagging this article",
  suggest: "Suggesting a tag by a rule",
  "dismiss another's tag": "Dismissing somebody else’s tag",
  "dismiss a checked tag": "Dismissing a tag that was checked",
  "set verdict": "Setting a verdict",
  "set verdict: must": "Setting the verdict on a claim that must be checked",
  "set verdict: legal": "Setting the verdict on a legal claim",
  "set verdict: anonymous": "Setting the verdict on an anonymous source",
  approve: "Approving a tag",
  "approve: must": "Approving a claim that must be checked",
  "approve: legal": "Approving a legal claim",
  "approve: anonymous": "Approving an anonymous source",
  reopen: "Reopening a checked tag",
  take: "Taking a tag as one’s own work",
  assign: "Giving a tag to somebody",
  "assign: among checkers": "Giving a tag to a checker",
  waive: "Waiving a check",
  "waive: must": "Waiving the check of a claim that must be checked",
  "waive: legal": "Waiving the check of a legal claim",
  "waive: anonymous": "Waiving the check of an anonymous source",
  "vouch for a source": "Vouching for an anonymous source",
  comment: "Commenting on this article",
  ask: "Asking a query, changing what one asks, or holding up this article",
  "settle for others": "Settling somebody else’s query, or what holds up this article,",
  "mark stale": "Marking a tag as stale",
  "recheck the gate": "Asking the gate of a signed article again",
  "read history": "Reading the history",
  "read audit": "Reading the audit",
  "read newsroom log": "Reading the newsroom’s own log",
  export: "Exporting this article",
  "view evidence": "Seeing the newsroom’s evidence",
  "add evidence": "Adding evidence",
  "withdraw evidence": "Withdrawing evidence",
  "view members": "Seeing the members",
  "manage members": "Managing members",
  "manage newsroom": "Changing the newsroom’s settings",
};

function refusal(verb: Verb): string {
  return `${WHAT[verb]} takes ${whoCan(verb)}.`;
}
