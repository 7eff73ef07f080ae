import { z } from "zod";

import { DESK_KINDS, ROLES } from "~/core/policy";

/** Roles and kinds of desks as they come in and are stored. */

/** `editor` is the small desk's; `system` is Galley itself, and nobody can be given it. */
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const DeskKind = z.enum(DESK_KINDS);
export type DeskKind = z.infer<typeof DeskKind>;
