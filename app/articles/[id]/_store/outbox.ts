import { backOff } from "~/app/_lib/back-off";
import { DomainError } from "~/core/errors";
import type { ArticleEvent } from "~/core/event";
import { packPending, type Pending, unpackPending } from "./pending";
import type { Dropped, NewText, Replica } from "./replica";
import type { SaveState } from "./save-state";
import { DeliveryError, type Surroundings, type Transport } from "./transport";

/** What the outbox tells of. */
interface Told {
  /** The replica or the save state is not what it was. */
  changed(): void;
  /** Events of the log came in. */
  arrived(events: readonly ArticleEvent[]): void;
  /** The article has a new text, and the page is to be opened anew. */
  revised(text: NewText): void;
  /** The server refused a command, and with it fell others. */
  refused(pending: Pending, refusal: DomainError, dropped: Dropped): void;
}

/**
 * Brings pending commands to the server, one at a time and in order, and others' events from it. A command
 * keeps its id however often it is sent, so that an answer that got lost costs nothing but time.
 */
export class Outbox {
  readonly #replica: Replica;
  readonly #transport: Transport;
  readonly #surroundings: Surroundings;
  readonly #told: Told;
  #state: SaveState = { kind: "idle" };
  #isSending = false;
  /** The end of the last sending. */
  #sent: Promise<void> = Promise.resolve();
  #failures = 0;
  #callOff: (() => void) | null = null;
  #stopped = true;
  #isBehind = false;

  constructor(replica: Replica, transport: Transport, surroundings: Surroundings, told: Told) {
    this.#replica = replica;
    this.#transport = transport;
    this.#surroundings = surroundings;
    this.#told = told;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Takes up what was pending when the page was left, and sends it. */
  start(): void {
    this.#stopped = false;
    const known = new Set(this.#replica.pending.map(({ id }) => id));
    const kept = unpackPending(this.#surroundings.drawers.pending.read()).filter(({ id }) => !known.has(id));
    if (kept.length > 0) this.#replica.resume(kept);
    this.#told.changed();
    this.post();
  }

  /**
   * Plans no further attempts; what waits in line still goes, and what of it does not arrive stays kept.
   * @returns when nothing is on its way any more
   */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOff?.();
    this.#callOff = null;
    await this.#sent;
  }

  /** Keeps what is pending over a reload, and sends it unless sending is under way or waits after a failure. */
  post(): void {
    this.#keep();
    if (this.#replica.pending.length === 0 || this.#stopped) return;
    if (this.#callOff) this.#fail();
    else if (!this.#isSending) this.#send();
    else this.#become({ kind: "saving", count: this.#replica.pending.length });
  }

  /** Sends at once what could not be saved. */
  retry(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (!this.#stopped) this.#send();
  }

  /** Takes in events that came by themselves; false when some before them did not come. */
  hear(events: readonly ArticleEvent[]): boolean {
    const isComplete = this.#confirm(events);
    this.#keep();
    this.#told.changed();
    // What waited for its next attempt had arrived, and only its answer was lost.
    if (this.#callOff && this.#replica.pending.length === 0) this.retry();
    return isComplete;
  }

  /** The events that this page does not have yet; none for whoever may not read them any more. @throws DeliveryError */
  async #eventsSince(): Promise<readonly ArticleEvent[]> {
    try {
      return await this.#transport.eventsAfter(this.#replica.confirmed.seq);
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }

  async #catchUp(): Promise<void> {
    const events = await this.#eventsSince();
    if (events.length === 0) return;
    this.#confirm(events);
    this.#keep();
    this.#told.changed();
  }

  #send(): void {
    if (!this.#isSending) this.#sent = this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    try {
      for (let head = this.#replica.pending[0]; head; head = this.#replica.pending[0]) {
        this.#become({ kind: "saving", count: this.#replica.pending.length });
        await this.#deliver(head);
        this.#failures = 0;
        this.#keep();
        this.#told.changed();
      }
      if (this.#replica.pending.length === 0) this.#become({ kind: "saved", at: this.#surroundings.now() });
    } catch (error) {
      this.#failures += 1;
      this.#fail(error instanceof DeliveryError ? error : new DeliveryError("failed"));
      if (!(error instanceof DeliveryError)) throw error;
    } finally {
      this.#isSending = false;
    }
  }

  async #deliver(head: Pending): Promise<void> {
    try {
      const { events } = await this.#transport.execute(head.id, head.command);
      // A gap: others' events came before. Reading the log brings the answer too.
      if (!this.#confirm(events)) await this.#readOn(events.at(-1)?.seq ?? 0);
      this.#replica.settle(head.id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.#catchUp();
      const dropped = this.#replica.drop(head);
      this.#keep();
      this.#told.refused(head, error, dropped);
    }
  }

  async #readOn(through: number): Promise<void> {
    this.#confirm(await this.#eventsSince());
    // What came after a new text, this page cannot read; the one that is opened after it can.
    if (this.#replica.confirmed.seq < through && !this.#isBehind) throw new DeliveryError("failed");
  }

  /** Takes events in; false when some before them are missing. */
  #confirm(events: readonly ArticleEvent[]): boolean {
    const taken = this.#replica.confirm(events);
    if (taken.events.length > 0) this.#told.arrived(taken.events);
    if (taken.revision) {
      this.#isBehind = true;
      this.#told.revised(taken.revision);
    }
    return taken.complete;
  }

  /** Says that work is not saved, and plans the next attempt. */
  #fail(error?: DeliveryError): void {
    const count = this.#replica.pending.length;
    if (!this.#surroundings.isOnline()) this.#become({ kind: "offline", count });
    else if (error || this.#state.kind !== "could-not-save") {
      const signedOut = error?.reason === "signed-out";
      this.#become({ kind: "could-not-save", count, sentence: error?.sentence ?? null, signedOut });
    } else this.#become({ ...this.#state, count });
    if (this.#callOff || this.#stopped) return;
    this.#callOff = this.#surroundings.after(backOff(this.#failures, this.#surroundings.random()), () => {
      this.#callOff = null;
      this.#send();
    });
  }

  #keep(): void {
    this.#surroundings.drawers.pending.write(packPending(this.#replica.pending));
  }

  #become(state: SaveState): void {
    this.#state = state;
    this.#told.changed();
  }
}
