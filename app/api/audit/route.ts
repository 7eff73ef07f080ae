import { knownAround, tellEntry } from "~/app/_history/known";
import { auditExport } from "~/server/http/audit";

export const GET = auditExport((around) => {
  const known = knownAround([around]);
  return (entry) => tellEntry(entry, known);
});

export const dynamic = "force-dynamic";
