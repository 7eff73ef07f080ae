import {
  Ban,
  Check,
  CheckCheck,
  Circle,
  CircleHelp,
  type LucideIcon,
  Pencil,
  RotateCcw,
  Scale,
  Sparkles,
  Undo2,
  X,
} from "lucide-react";
import * as words from "~/app/_lib/words";
import { Badge, type BadgeTone } from "~/app/_ui/badge";
import type { Finding, TagState } from "~/core/tag";

interface Look {
  readonly Icon: LucideIcon;
  readonly tone: BadgeTone;
}

const STATES: Record<TagState, Look> = {
  suggested: { Icon: Sparkles, tone: "accent" },
  open: { Icon: Circle, tone: "neutral" },
  checked: { Icon: Check, tone: "ok" },
  approved: { Icon: CheckCheck, tone: "ok" },
  stale: { Icon: RotateCcw, tone: "warn" },
  dismissed: { Icon: X, tone: "neutral" },
  withdrawn: { Icon: Undo2, tone: "neutral" },
};

const FOUND: Record<Finding, Look> = {
  confirmed: { Icon: Check, tone: "ok" },
  "confirmed-with-change": { Icon: Pencil, tone: "warn" },
  wrong: { Icon: Ban, tone: "danger" },
  disputed: { Icon: Scale, tone: "warn" },
  unverifiable: { Icon: CircleHelp, tone: "warn" },
};

/** How far a tag has come, as icon and word. */
export function StateMark({ state }: { state: TagState }) {
  const { Icon, tone } = STATES[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words.margin.state[state]}
    </Badge>
  );
}

/** What a check found, as icon and word. */
export function FindingMark({ finding }: { finding: Finding }) {
  const { Icon, tone } = FOUND[finding];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words.margin.finding[finding]}
    </Badge>
  );
}
