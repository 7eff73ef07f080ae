import { zoneNow } from "~/app/_lib/clock";
import { calendarDay, clockTime } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { unreachable } from "~/core/errors";
import type { ArticleEvent, ThreadFact } from "~/core/event";
import { withoutTargets } from "~/core/mentions";
import type { Addressee } from "~/core/thread";
import type { Words } from "~/core/words";
import type { Detail, Known, Told } from "./sentences";

const { did, label } = words.history;

/** What happened to a thread, as the history tells it. */
export function tellOfThread(event: ArticleEvent & ThreadFact, known: Known): Told {
  switch (event.type) {
    case "ThreadOpened":
      return opened(event, known);
    case "CommentAdded": {
      const { said, reopens, imported } = event.body;
      const details = [spoken(label.said, said), ...formerly(imported)];
      return { says: reopens ? did.repliedReopening : did.replied, details };
    }
    case "CommentEdited": {
      const { from, to } = event.body;
      return { says: did.editedComment, details: [spoken(label.before, from), spoken(label.now, to)] };
    }
    case "ThreadResolved":
      return plain(did.resolved);
    case "ThreadReopened":
      return plain(did.reopenedThread);
    case "ThreadWithdrawn":
      return plain(did.withdrewThread);
    case "ThreadRestored":
      return plain(did.restoredThread);
    case "BlockingSet":
      return plain(event.body.to ? did.blocking : did.notBlocking);
    case "QueryReaddressed": {
      const { from, to } = event.body;
      return plain(did.readdressed(nameIn(from, known), nameIn(to, known)));
    }
    case "QueryDueSet":
      return plain(event.body.to === null ? did.dueTaken : did.dueSet(moment(event.body.to)));
    default:
      return unreachable(event);
  }
}

function opened(event: ArticleEvent & { type: "ThreadOpened" }, known: Known): Told {
  const { kind, said, blocking, addressee, due, imported } = event.body;
  const details = [
    spoken(label.said, said),
    ...(due === null ? [] : [{ label: label.due, words: moment(due) }]),
    ...formerly(imported),
  ];
  if (kind === "query" && addressee) {
    const whom = nameIn(addressee, known);
    return { says: imported ? did.broughtQuery(whom) : did.asked(whom), details };
  }
  if (imported) return { says: did.broughtComment, details };
  return { says: blocking ? did.commentedBlocking : did.commented, details };
}

function plain(says: string): Told {
  return { says, details: [] };
}

/** What was said, its mentions by name. */
function spoken(name: string, said: Words): Detail {
  return { label: name, words: { ...said, words: said.words === null ? null : withoutTargets(said.words) } };
}

function formerly(imported: { by: string } | null): Detail[] {
  return imported ? [{ label: label.formerly, words: imported.by }] : [];
}

function nameIn(who: Addressee, known: Known): string {
  return "person" in who ? known.person(who.person) : words.threads.roles[who.role];
}

function moment(at: number): string {
  const [date, zone] = [new Date(at), zoneNow()];
  return `${calendarDay(date, zone)}, ${clockTime(date, zone)}`;
}
