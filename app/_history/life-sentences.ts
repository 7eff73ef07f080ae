import { zoneNow } from "~/app/_lib/clock";
import { calendarDay, clockTime } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { unreachable } from "~/core/errors";
import type { ArticleEvent } from "~/core/event";
import type { LifeEvent } from "~/core/evolve-life";
import type { Override } from "~/core/life";
import type { Words } from "~/core/words";
import type { Detail, Told } from "./sentences";

const { did, label } = words.life;

/** A step of an article's life, as the history tells it. */
export function tellOfLife(event: LifeEvent | (ArticleEvent & { type: "DeadlineSet" })): Told {
  switch (event.type) {
    case "SentToReview":
      return plain(did.sentToReview);
    case "SentBack":
      return because(did.sentBack, event.body.reason);
    case "SignedOff": {
      const { parts, ready } = event.body;
      if (parts.includes("desk")) return plain(ready ? did.signedOffReady : did.signedOff);
      return plain(ready ? did.signedStandardsReady : did.signedStandards);
    }
    case "SignOffVoided": {
      const { reason, rules } = event.body;
      if (reason) return because(did.recalled, reason);
      return plain(rules.length > 0 ? did.voidedByGate(rules.join(", ")) : did.voidedByChange);
    }
    case "ArticlePublished": {
      const { overrides } = event.body;
      const says =
        overrides.length > 0
          ? did.publishedBreaking(overrides.map(({ rule }) => rule).join(", "))
          : did.published;
      return { says, details: overrides.map(overridden) };
    }
    case "CorrectionBegun":
      return plain(event.body.class === "refile" ? did.refileBegun : did.correctionBegun);
    case "CorrectionDropped":
      return plain(event.body.class === "refile" ? did.refileDropped : did.correctionDropped);
    case "CorrectionPublished": {
      const { note, overrides } = event.body;
      const says = event.body.class === "refile" ? did.refilePublished : did.correctionPublished;
      const details = note ? [{ label: label.note, words: note }] : [];
      return { says, details: [...details, ...overrides.map(overridden)] };
    }
    case "DebtSettled": {
      const { rule, reason } = event.body;
      return reason ? because(did.debtForgiven(rule), reason) : plain(did.debtPaid(rule));
    }
    case "PublicationWithdrawn":
      return because(did.publicationWithdrawn, event.body.reason);
    case "ArticleSpiked":
      return because(did.spiked, event.body.reason);
    case "ArticleUnspiked":
      return plain(did.unspiked);
    case "ArticleArchived":
      return plain(words.history.did.archived);
    case "ArticleRestored":
      return plain(words.history.did.restoredArticle);
    case "DeadlineSet":
      return plain(event.body.to === null ? did.deadlineTaken : did.deadlineSet(moment(event.body.to)));
    default:
      return unreachable(event);
  }
}

function overridden({ rule, reason, due }: Override): Detail {
  return { label: label.overridden(rule, moment(due)), words: reason };
}

function because(says: string, reason: Words): Told {
  return { says, details: [{ label: label.reason, words: reason }] };
}

function plain(says: string): Told {
  return { says, details: [] };
}

function moment(at: number): string {
  const [date, zone] = [new Date(at), zoneNow()];
  return `${calendarDay(date, zone)}, ${clockTime(date, zone)}`;
}
