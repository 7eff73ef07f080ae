import type { Slice } from "~/core/article";
import type { ArticleCommand, TagCommand } from "~/core/shapes/command";
import { type Circumstances, decide } from "~/core/decide";
import { DomainError } from "~/core/errors";
import { type ArticleEvent, eventsOf } from "~/core/event";
import { fold } from "~/core/evolve";
import { asId, idIn, type UserId, type DeskId, type EvidenceId, type CommandId } from "~/core/ids";
import { rulesFor } from "~/core/life";
import { mentionsIn } from "~/core/mentions";
import type { Desk, Newsroom } from "~/core/newsroom";
import { type Actor, ROLES } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import { sift, type Sifted } from "~/core/several";
import { type Pending, subjectsOf } from "./pending";

/** What taking in events came to. */
export interface Taken {
  /** The events that were new. */
  readonly events: readonly ArticleEvent[];
  /** False when events before some of them are missing: what comes after the gap was left out. */
  readonly complete: boolean;
  /** A new text came, which this page has not: nothing after it was taken in, and the page is to be opened anew. */
  readonly revision: NewText | null;
}

/** What fell with a refusal, the refused command first: all of it, and what the person still wants of it. */
export interface Dropped {
  readonly all: readonly Pending[];
  readonly wanted: readonly Pending[];
}

/** A text that came after the one that the page was opened with, and how many tags and passages went where. */
export interface NewText {
  readonly number: number;
  readonly fates: Record<Fate, number>;
}

type Fate = (ArticleEvent & { type: "TagsCarried" })["body"]["tags"][number][1];

/** Who works here, and by which rules. */
export interface Standing {
  readonly actor: Actor;
  readonly newsroom: Pick<Newsroom, "id" | "slug" | "fourEyes" | "publicCorrections" | "rules">;
  readonly desks: readonly Desk[];
  readonly scheme: Scheme;
}

/** What is only tried out needs an id that nothing else has. */
const SIFTED = asId("command", "00000000-0000-7000-8000-000000000000");

/**
 * The article as the server last confirmed it, the commands that it has not answered, and what both come to:
 * the confirmed slice with each pending command decided on top, in the order in which they were given.
 */
export class Replica {
  readonly #standing: Standing;
  #confirmed: Slice;
  #shown: Slice;
  #pending: Pending[] = [];
  readonly #own = new Map<CommandId, ArticleEvent[]>();

  constructor(confirmed: Slice, standing: Standing) {
    this.#confirmed = confirmed;
    this.#shown = confirmed;
    this.#standing = standing;
  }

  get confirmed(): Slice {
    return this.#confirmed;
  }

  get shown(): Slice {
    return this.#shown;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Decides a command on what is shown, without keeping it. @throws DomainError as `decide` */
  trial(command: ArticleCommand, id: CommandId, at: number): readonly ArticleEvent[] {
    return this.#decide(this.#shown, { id, command, at });
  }

  /** Parts commands into those that one `several` may hold as things stand, and those that it may not. */
  sift(items: readonly TagCommand[], { reopen, at }: { reopen: boolean; at: number }): Sifted {
    const command: ArticleCommand = { type: "several", items: [...items] };
    return sift(this.#shown, items, {
      ...this.#circumstances(this.#shown, { id: SIFTED, command, at }),
      reopen,
    });
  }

  /**
   * Adds a command to the pending ones and shows what it comes to.
   * @returns its events; none for what changes nothing (it is then not pending) and for an undo of something
   * that this page did not see happen (it is)
   * @throws DomainError as `decide`
   */
  propose(given: Omit<Pending, "events">): readonly ArticleEvent[] {
    const events = this.#decide(this.#shown, given);
    if (events.length === 0 && given.command.type !== "undo") return events;
    this.#pending = [...this.#pending, { ...given, events }];
    this.#shown = events.reduce(fold, this.#shown);
    return events;
  }

  /** Takes up commands that were pending when the page was left. */
  resume(kept: readonly Pending[]): void {
    this.#pending = [...kept, ...this.#pending];
    this.#refold();
  }

  /** Takes in events of the log; those it has are passed over, and a pending command that they answer is settled. */
  confirm(events: readonly ArticleEvent[]): Taken {
    const taken: ArticleEvent[] = [];
    const answered = new Set<CommandId>();
    let complete = true;
    let revision: NewText | null = null;
    let { seq } = this.#confirmed;
    for (const event of events) {
      if (event.seq <= seq) continue;
      complete = event.seq === seq + 1;
      if (!complete) break;
      revision = newTextOf(event, events);
      if (revision) break;
      seq = event.seq;
      taken.push(event);
      if (event.actor !== this.#standing.actor.id) continue;
      answered.add(event.command);
      const own = this.#own.get(event.command);
      if (own) own.push(event);
      else this.#own.set(event.command, [event]);
    }
    this.#confirmed = taken.reduce(fold, this.#confirmed);
    if (taken.length > 0) {
      this.#pending = this.#pending.filter(({ id }) => !answered.has(id));
      this.#refold();
    }
    return { events: taken, complete, revision };
  }

  /** Removes a command that the server has answered. */
  settle(id: CommandId): void {
    if (!this.#pending.some((pending) => pending.id === id)) return;
    this.#pending = this.#pending.filter((pending) => pending.id !== id);
    this.#refold();
  }

  /**
   * Removes a command that the server refused, and those given after it about the same tags and threads that came to
   * nothing without it; and whatever of all that was taken back later, with its taking back.
   */
  drop(refused: Pending): Dropped {
    const later = this.#pending.slice(this.#pending.findIndex(({ id }) => id === refused.id) + 1);
    this.settle(refused.id);
    const isIdle = (id: CommandId) => this.#pending.some((now) => now.id === id && now.events.length === 0);
    const subjects = new Set(subjectsOf(refused.command));
    const fallen = [refused];
    /** What each of them did at first, before it was taken back and done again. */
    const roots = new Map([[refused.id, refused.id]]);
    const takenBack = new Set<CommandId>();
    for (const one of later) {
      const { id, command } = one;
      const root = command.type === "undo" ? roots.get(command.command) : id;
      if (root === undefined) continue;
      if (root !== id) {
        if (!takenBack.delete(root)) takenBack.add(root);
      } else if (isIdle(id) && subjectsOf(command).some((subject) => subjects.has(subject))) {
        for (const subject of subjectsOf(command)) subjects.add(subject);
      } else continue;
      roots.set(id, root);
      fallen.push(one);
    }
    for (const { id } of fallen) this.settle(id);
    return { all: fallen, wanted: fallen.filter(({ id }) => roots.get(id) === id && !takenBack.has(id)) };
  }

  /** Whether this page knows what the command did, so that undoing it can be shown at once. */
  knows(command: CommandId): boolean {
    return this.#past(command).length > 0;
  }

  /** Which of one's own commands wrote the event of this number, if this page saw it. */
  ownerOf(seq: number): CommandId | null {
    for (const [id, events] of this.#own) if (events.some((event) => event.seq === seq)) return id;
    return null;
  }

  #past(command: CommandId): readonly ArticleEvent[] {
    return this.#own.get(command) ?? this.#pending.find(({ id }) => id === command)?.events ?? [];
  }

  #refold(): void {
    let shown = this.#confirmed;
    this.#pending = this.#pending.map((pending) => {
      const events = this.#decideOrNothing(shown, pending);
      shown = events.reduce(fold, shown);
      return { ...pending, events };
    });
    this.#shown = shown;
  }

  /** A pending command that no longer fits shows nothing; the server, which alone judges, is still asked. */
  #decideOrNothing(slice: Slice, pending: Pending): readonly ArticleEvent[] {
    try {
      return this.#decide(slice, pending);
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }

  #decide(slice: Slice, { id, command, at }: Omit<Pending, "events">): ArticleEvent[] {
    if (!slice.article) throw new DomainError("not-found", "There is no such article.");
    if (command.type === "undo" && !this.knows(command.command)) return [];
    const circumstances = this.#circumstances(slice, { id, command, at });
    return eventsOf(slice, decide(slice, command, circumstances), slice.article.id, circumstances);
  }

  /** Ids of things outside the article are taken to exist: the server, which can look, refuses others. */
  #circumstances(slice: Slice, { id, command, at }: Omit<Pending, "events">): Circumstances {
    return {
      ...this.#standing,
      rules: rulesFor(this.#standing.newsroom, this.#standing.desks, slice.article?.desk ?? null),
      command: id,
      now: at,
      known: {
        evidence: new Set(
          evidenceIn(command, slice, command.type === "undo" ? this.#past(command.command) : []),
        ),
        people: new Set(peopleIn(command)),
        answering: new Set(askedIn(command)),
        working: new Map(assigneesIn(command).map((person) => [person, ROLES])),
        desks: new Set(desksIn(command)),
        refs: new Set(command.type === "redact" ? [command.ref] : []),
      },
      // The server, which has them, finds the same words in earlier texts.
      earlier: [],
      past: (past) => this.#past(past),
    };
  }
}

/** The log is followed without the texts of revisions: only the first, which a page begins with, is known to it. */
function newTextOf(event: ArticleEvent, events: readonly ArticleEvent[]): NewText | null {
  if (event.type !== "RevisionAdded" || event.body.number === 1) return null;
  const { number } = event.body;
  const fates = { kept: 0, moved: 0, altered: 0, lost: 0 };
  for (const { type, body } of events) {
    if (type !== "TagsCarried" || body.revision !== number) continue;
    for (const [, fate] of body.tags) fates[fate] += 1;
  }
  return { number, fates };
}

function peopleIn(command: ArticleCommand): UserId[] {
  if (command.type === "shareArticle") return [command.share.person];
  const words = command.type === "editComment" ? command.to : "words" in command ? command.words : "";
  return mentionsIn(words).flatMap((who) => ("person" in who ? [who.person] : []));
}

function askedIn(command: ArticleCommand): UserId[] {
  const asked =
    command.type === "openThread" ? command.addressee : command.type === "readdressQuery" ? command.to : null;
  return asked && "person" in asked ? [asked.person] : [];
}

function assigneesIn(command: ArticleCommand): UserId[] {
  if (command.type === "several") return command.items.flatMap((item) => assigneesIn(item));
  return command.type === "assignTag" ? [command.from, command.to].filter((person) => person !== null) : [];
}

function desksIn(command: ArticleCommand): DeskId[] {
  const desk = command.type === "changeDetail" && command.name === "desk" ? idIn("desk", command.to) : null;
  return desk === null ? [] : [desk];
}

/** What the server holds of withdrawn items is not known here: what a tag rests on counts as standing. */
function evidenceIn(command: ArticleCommand, slice: Slice, past: readonly ArticleEvent[]): EvidenceId[] {
  if (command.type === "several") return command.items.flatMap((item) => evidenceIn(item, slice, past));
  if (command.type === "setVerdict") return slice.tags.get(command.tag)?.evidence ?? [];
  if (command.type === "undo") {
    const detached = past.flatMap((event) =>
      event.type === "EvidenceDetached" ? [event.body.evidence] : [],
    );
    return [...detached, ...[...slice.tags.values()].flatMap((tag) => tag.evidence)];
  }
  return command.type === "attachEvidence" ? [command.evidence] : [];
}
