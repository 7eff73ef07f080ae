import type { Slice } from "~/core/article";
import type { ArticleCommand, TagCommand } from "~/core/shapes/command";
import { DomainError } from "~/core/errors";
import type { ArticleEvent } from "~/core/event";
import { asId, type TagId, type CommandId } from "~/core/ids";
import { can, type Permission, type Verb } from "~/core/policy";
import { gradesOf } from "~/core/scheme";
import type { Sifted } from "~/core/several";
import type { Tag } from "~/core/tag";
import { byCommand, deedOf, type Step, type UndoStack as Past } from "~/core/undo-stack";
import { type Conflict, conflictOf } from "./conflict";
import { Conflicts } from "./conflicts";
import type { Counts } from "./counts";
import type { TagFilter } from "./filter";
import { inRevision } from "./in-revision";
import { Listeners } from "./listeners";
import { Lists } from "./lists";
import type { Notice } from "./notice";
import { Outbox } from "./outbox";
import { ParagraphViews } from "./paragraph-views";
import type { Pending } from "./pending";
import { type Dropped, Replica, type Standing } from "./replica";
import type { SaveState } from "./save-state";
import type { ParagraphView } from "./segments";
import { TagIndex } from "./tag-index";
import { Topics } from "./topics";
import type { Surroundings, Transport } from "./transport";
import { UndoStack } from "./undo-stack";
import { Unfolding } from "./unfolding";
import { AT_FIRST, type Intent, shows, type Viewing } from "./viewing";

/** What the store begins with. */
export interface Opening extends Standing {
  readonly slice: Slice;
  /** What this person did here before, so that it can be undone. */
  readonly past: Past;
}

export type Dispatched =
  | { readonly ok: true; readonly id: CommandId; readonly events: readonly ArticleEvent[] }
  | { readonly ok: false; readonly refusal: DomainError };

/**
 * The article in the browser: what is shown of it, what is looked at, and the way for changes. Listeners
 * subscribe to a topic (one tag, one paragraph, …), so that a change wakes only what it touches.
 */
export class ArticleStore {
  readonly standing: Standing;
  readonly unfolding = new Unfolding();
  readonly #replica: Replica;
  readonly #outbox: Outbox;
  readonly #index: TagIndex;
  readonly #topics = new Topics();
  readonly #surroundings: Surroundings;
  readonly #views: ParagraphViews;
  readonly #lists = new Lists();
  readonly #waiting = new Map<CommandId, { resolve: () => void; reject: (refusal: DomainError) => void }>();
  readonly #notices = new Listeners<Notice>();
  readonly #deeds = new Listeners<ArticleCommand>();
  readonly #intents = new Listeners<Intent>();
  readonly #undo: UndoStack;
  readonly #conflicts: Conflicts;
  #viewing: Viewing = AT_FIRST;
  #shown: Slice;
  #saveState: SaveState;

  constructor({ slice, past, ...standing }: Opening, transport: Transport, surroundings: Surroundings) {
    this.standing = standing;
    this.#surroundings = surroundings;
    this.#conflicts = new Conflicts(surroundings.drawers.conflicts);
    this.#replica = new Replica(slice, standing);
    this.#index = new TagIndex(slice);
    this.#shown = slice;
    this.#undo = new UndoStack(past);
    this.#views = new ParagraphViews(this.#index, () => this.#viewing);
    this.#outbox = new Outbox(this.#replica, transport, surroundings, {
      changed: () => this.#publish(),
      arrived: (events) => this.#arrived(events),
      revised: (text) => this.#notices.tell({ kind: "revised", ...text }),
      refused: (pending, refusal, dropped) => this.#refused(pending, refusal, dropped),
    });
    this.#saveState = this.#outbox.state;
  }

  // What is shown

  get slice(): Slice {
    return this.#shown;
  }

  get index(): Pick<
    TagIndex,
    "paragraphs" | "ordered" | "paragraphAt" | "paragraphsUnder" | "paragraphsOf" | "tagsIn"
  > {
    return this.#index;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  get isPending(): boolean {
    return this.#replica.pending.length > 0;
  }

  get viewing(): Viewing {
    return this.#viewing;
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts.all;
  }

  tag(id: TagId): Tag | null {
    return this.#shown.tags.get(id) ?? null;
  }

  paragraph(index: number): ParagraphView {
    return this.#views.at(index);
  }

  /** The tags that pass a filter, in the order of the text; the same array while they are the same tags. */
  tagIds(filter: TagFilter): readonly TagId[] {
    return this.#lists.ids(filter, this.#shown.tags);
  }

  /** How many tags each filter would show beside this one. */
  counts(filter: TagFilter): Counts {
    return this.#lists.counts(filter, this.#shown.tags);
  }

  /** Whether the tag is among those looked for. Others that stand are drawn dimmed. */
  isMarked(tag: Tag): boolean {
    return shows(this.#viewing, tag);
  }

  /**
   * Calls back when a topic changes: `tag:ID`, `paragraph:INDEX`, `tags` (any of them), `threads`, `article`, `text`,
   * `viewing`, `save`, `conflicts`, `undo`.
   */
  subscribe(topic: string, listener: () => void): () => void {
    return this.#topics.subscribe(topic, listener);
  }

  // Changing

  /**
   * Decides a command, shows what it comes to, and has it sent. A refusal is told as a notice, unless `quietly`,
   * and nothing is sent.
   */
  dispatch(given: ArticleCommand, { quietly = false }: { quietly?: boolean } = {}): Dispatched {
    const command = inRevision(given, this.#shown.revision?.number);
    const id = asId("command", this.#surroundings.newId());
    try {
      const events = this.#replica.propose({ id, command, at: this.#surroundings.now() });
      const pending = this.#replica.pending.at(-1);
      const isPending = pending?.id === id;
      if (isPending) this.#done(pending);
      this.#publish(["undo"]);
      if (isPending) this.#outbox.post();
      this.#deeds.tell(command);
      return { ok: true, id, events };
    } catch (refusal) {
      if (!(refusal instanceof DomainError)) throw refusal;
      if (!quietly) this.#refuse({ id, command }, refusal);
      return { ok: false, refusal };
    }
  }

  /**
   * The same for forms that show refusals themselves: answers when the server has the change.
   * @throws DomainError the refusal, of this page or of the server
   */
  async carryOut(command: ArticleCommand): Promise<void> {
    const done = this.dispatch(command, { quietly: true });
    if (!done.ok) throw done.refusal;
    if (!this.#replica.pending.some(({ id }) => id === done.id)) return;
    await new Promise<void>((resolve, reject) => this.#waiting.set(done.id, { resolve, reject }));
  }

  /** Why a command would be refused as things stand; null if it would not, as far as this page knows. */
  refusalOf(command: ArticleCommand): DomainError | null {
    try {
      this.#replica.trial(command, asId("command", this.#surroundings.newId()), this.#surroundings.now());
      return null;
    } catch (refusal) {
      if (refusal instanceof DomainError) return refusal;
      throw refusal;
    }
  }

  can(verb: Verb, tag?: TagId): Permission {
    const { actor, scheme } = this.standing;
    const subject = tag === undefined ? undefined : this.#shown.tags.get(tag);
    return can(actor, verb, {
      article: this.#shown.article,
      ...(subject && { tag: subject, grades: gradesOf(scheme, subject) }),
    });
  }

  /** Parts commands into those that one `several` may hold as things stand, and those that it may not. */
  sift(items: readonly TagCommand[], { reopen = false }: { reopen?: boolean } = {}): Sifted {
    return this.#replica.sift(items, { reopen, at: this.#surroundings.now() });
  }

  /** What one can take back here, the next last; the same array while it holds the same. */
  get undoable(): readonly Step[] {
    return this.#undo.undo;
  }

  /** What one took back and can do again, the next last. */
  get redoable(): readonly Step[] {
    return this.#undo.redo;
  }

  undo(): void {
    const last = this.undoable.at(-1);
    if (last) this.undoThat(last.command);
  }

  redo(): void {
    const last = this.redoable.at(-1);
    if (last) this.undoThat(last.command);
  }

  /** Undoes one of one's own commands, the last or not, or does again what was undone. */
  undoThat(id: CommandId): void {
    const isThat = ({ command }: Step) => command === id;
    const redone = this.redoable.find(isThat);
    const step = redone ?? this.undoable.find(isThat);
    const done = this.dispatch({ type: "undo", command: id });
    if (done.ok) this.#notices.tell({ kind: redone ? "redone" : "undone", step });
    else {
      this.#undo.forget(id);
      this.#publish(["undo"]);
    }
  }

  // Looking

  look(change: Partial<Viewing>): void {
    const before = this.#viewing;
    this.#viewing = { ...before, ...change };
    const stale = new Set<number>();
    if (before.filter !== this.#viewing.filter || before.linking !== this.#viewing.linking)
      for (const index of this.#index.paragraphs.keys()) stale.add(index);
    if (before.focused !== this.#viewing.focused) {
      for (const id of [before.focused, this.#viewing.focused])
        for (const index of this.#paragraphsOf(id)) stale.add(index);
    }
    this.#publish(["viewing", ...this.#forget([...stale, ...this.#moveStop()])]);
  }

  /** Says that the tag's card is on the page, until the function given back is called. */
  showCard(id: TagId): () => void {
    const count = (change: 1 | -1) => {
      this.#views.countCard(id, change);
      this.#topics.publish(this.#forget(this.#paragraphsOf(id)));
    };
    count(1);
    return () => count(-1);
  }

  /** Asks something of the panels beside the text. */
  intend(intent: Intent): void {
    this.#intents.tell(intent);
  }

  onIntent(listener: (intent: Intent) => void): () => void {
    return this.#intents.add(listener);
  }

  /** Calls back with what this person does on this page, as soon as it is shown. */
  onDone(listener: (command: ArticleCommand) => void): () => void {
    return this.#deeds.add(listener);
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    return this.#notices.add(listener);
  }

  // Keeping up

  /** Begins to send and to listen; in the browser only. The function given back ends it, and waits for what is on its way. */
  start(): () => Promise<void> {
    this.#outbox.start();
    this.#tellConflicts(this.#conflicts.resume(this.#replica.confirmed));
    for (const pending of this.#replica.pending) this.#done(pending);
    this.#publish(["undo"]);
    return () => this.#outbox.stop();
  }

  retry(): void {
    this.#outbox.retry();
  }

  /** The number of the last event of the log that is in what is shown. */
  get seq(): number {
    return this.#replica.confirmed.seq;
  }

  /** Takes in what happened, as it happens. False when events before it are missing: from `seq` on it is to come again. */
  hear(events: readonly ArticleEvent[]): boolean {
    return this.#outbox.hear(events);
  }

  settleConflict(id: CommandId): void {
    this.#conflicts.settle(id);
    this.#publish(["conflicts"]);
  }

  #done({ id, at, command, events }: Pending): void {
    const undoes = command.type === "undo" ? command.command : null;
    this.#undo.done({ id, at, undoes, deed: deedOf(events) });
  }

  /** Takes note of what others did, and of what this person did on another page. */
  #arrived(events: readonly ArticleEvent[]): void {
    const { id } = this.standing.actor;
    for (const [command, own] of byCommand(events.filter(({ actor }) => actor === id))) {
      const [{ at, undoes } = { at: 0, undoes: null }] = own;
      const taken = undoes === null ? null : this.#replica.ownerOf(undoes);
      this.#undo.done({ id: command, at, undoes: taken, deed: deedOf(own) });
    }
    this.#topics.publish(["undo"]);
    const tags = events.filter(({ actor, type }) => actor !== id && type === "TagAdded").length;
    if (tags > 0) this.#notices.tell({ kind: "others", tags });
  }

  /** Tells of a command that this page refused; what would overwrite a newer value is kept as a conflict. */
  #refuse(asked: { id: CommandId; command: ArticleCommand }, refusal: DomainError): void {
    const conflict = conflictOf(asked, refusal, this.#shown);
    if (conflict.restore) this.#keepConflicts([conflict]);
    else this.#notices.tell({ kind: "refused", command: asked.command, refusal });
  }

  #keepConflicts(conflicts: readonly Conflict[]): void {
    this.#tellConflicts(this.#conflicts.add(conflicts));
  }

  #tellConflicts(conflicts: readonly Conflict[]): void {
    this.#publish(["conflicts", "undo"]);
    for (const conflict of conflicts)
      if (conflict.waitsFor === null) this.#notices.tell({ kind: "conflict", conflict });
  }

  #refused({ id }: Pending, refusal: DomainError, { all, wanted }: Dropped): void {
    for (const fallen of all) this.#undo.forget(fallen.id);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.reject(refusal);
    const head = !waiting && wanted.some((one) => one.id === id) ? id : null;
    const refused = wanted.flatMap((one) => {
      // What came to be true without it needs no answer.
      const why = one.id === id ? head && refusal : this.refusalOf(one.command);
      const waitsFor = one.id === id || why?.kind === "conflict" ? null : head;
      return why ? [conflictOf({ ...one, waitsFor }, why, this.#replica.confirmed)] : [];
    });
    this.#keepConflicts(refused);
  }

  /** The paragraphs whose part in the Tab key's one stop is another one now. */
  #moveStop(): number[] {
    return this.#views.moveStop().flatMap((id) => this.#paragraphsOf(id));
  }

  #paragraphsOf(id: TagId | null): number[] {
    const tag = id === null ? undefined : this.#shown.tags.get(id);
    return tag ? this.#index.paragraphsOf(tag) : [];
  }

  #forget(paragraphs: readonly number[]): string[] {
    this.#views.forget(paragraphs);
    return paragraphs.map((index) => `paragraph:${index}`);
  }

  /** Takes over what the replica and the outbox come to, and wakes whom it concerns. */
  #publish(topics: readonly string[] = []): void {
    const woken = [...topics];
    const before = this.#shown;
    if (this.#replica.shown !== before) {
      this.#shown = this.#replica.shown;
      const touched = this.#index.follow(this.#shown);
      woken.push(...this.#forget([...touched.paragraphs, ...this.#moveStop()]));
      for (const id of touched.tags) woken.push(`tag:${id}`);
      if (touched.tags.size > 0) woken.push("tags");
      if (touched.text) woken.push("text");
      if (before.article !== this.#shown.article) woken.push("article");
      if (before.threads !== this.#shown.threads) woken.push("threads");
    }
    for (const [id, { resolve }] of this.#waiting) {
      if (this.#replica.pending.some((pending) => pending.id === id)) continue;
      this.#waiting.delete(id);
      resolve();
    }
    if (this.#saveState !== this.#outbox.state) woken.push("save");
    this.#saveState = this.#outbox.state;
    this.#topics.publish(woken);
  }
}
