import { Badge } from "~/app/_ui/badge";
import { type Role, ROLE_LABEL } from "~/core/policy";

/** Roles as chips; they are words, not buttons. */
export function RoleChips({ roles }: { roles: readonly Role[] }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {roles.map((role) => (
        <li key={role}>
          <Badge>{ROLE_LABEL[role]}</Badge>
        </li>
      ))}
    </ul>
  );
}
