import { DomainError } from "./errors";
import type { Member } from "./newsroom";
import { type DeskKind, type Role, ROLE_LABEL, ROLES, ROLES_OF_DESK } from "./policy";

/** Which roles go together, and that a newsroom keeps an administrator. */

/** The roles that may stand beside the administrator's on a full desk: none that decides about a story. */
const BESIDE_ADMIN: readonly Role[] = ["admin", "counsel"];

const DESK_LABEL: Record<DeskKind, string> = { full: "full", small: "small" };

/** Why nobody can hold these roles together in a newsroom of this kind, in a sentence; null when somebody can. */
export function rolesProblem(kind: DeskKind, roles: readonly Role[]): string | null {
  if (roles.length === 0) return "Choose at least one role.";
  const foreign = roles.find((role) => !ROLES_OF_DESK[kind].includes(role));
  if (foreign) {
    return `A ${DESK_LABEL[kind]} desk has no ${ROLE_LABEL[foreign]}. Choose ${listOf(ROLES_OF_DESK[kind])}.`;
  }
  if (kind === "full" && roles.includes("admin") && !roles.every((role) => BESIDE_ADMIN.includes(role))) {
    return "On a full desk an administrator holds no editorial role: whoever makes accounts does not approve claims.";
  }
  return null;
}

/** The roles once each, in the table's order. */
export function inOrder(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/** True for the same roles in whatever order. */
export function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return inOrder(a).join() === inOrder(b).join();
}

/** True while the member may use their roles and is an administrator. */
export function isAdmin(member: Member): boolean {
  return !member.disabled && member.roles.includes("admin");
}

/** @throws DomainError illegal-state when nobody but the member could manage the newsroom */
export function keepAnAdmin(members: Iterable<Member>, leaving: Member): void {
  if (!isAdmin(leaving)) return;
  for (const member of members) if (member.person !== leaving.person && isAdmin(member)) return;
  throw new DomainError(
    "illegal-state",
    "This is the newsroom’s last administrator. Make somebody else an administrator first, then this can be done.",
  );
}

function listOf(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_LABEL[role]);
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}
