import { isKeptCommand } from "~/app/_lib/device/kept-command";
import type { Slice } from "~/core/article";
import { DomainError } from "~/core/errors";
import { type CommandId, idIn } from "~/core/ids";
import { jsonIn } from "~/core/json";
import { type Conflict, conflictOf, isSameField } from "./conflict";
import type { Drawer } from "./transport";

/** One's own changes that were refused, until one has said what is to become of each; also over a reload. */
export class Conflicts {
  readonly #drawer: Drawer;
  #all: readonly Conflict[] = [];

  constructor(drawer: Drawer) {
    this.#drawer = drawer;
  }

  get all(): readonly Conflict[] {
    return this.#all;
  }

  /** Adds some. Of several about the same field the last holds: it says what one wants there. @returns those that hold */
  add(conflicts: readonly Conflict[]): readonly Conflict[] {
    for (const conflict of conflicts) {
      const others = this.#all.filter(({ command }) => !isSameField(command, conflict.command));
      this.#become([...others, conflict]);
    }
    return conflicts.filter((conflict) => this.#all.includes(conflict));
  }

  settle(id: CommandId): void {
    this.#become(this.#all.filter((conflict) => conflict.id !== id));
  }

  /**
   * Takes up those that were not answered when the page was left, with what stands by now; whatever has become what
   * one wanted needs no answer any more. @returns what was taken up
   */
  resume(slice: Slice): readonly Conflict[] {
    const known = new Set(this.#all.map(({ id }) => id));
    return this.add(
      this.#read()
        .filter(({ id }) => !known.has(id))
        .map(({ kind, sentence, ...asked }) => conflictOf(asked, new DomainError(kind, sentence), slice))
        .filter(({ restore, mine, present }) => !restore || JSON.stringify(mine) !== JSON.stringify(present)),
    );
  }

  #read(): readonly Kept[] {
    const kept = jsonIn(this.#drawer.read() ?? "");
    const all = Array.isArray(kept) ? kept.filter(isKept) : [];
    // Two tabs may both have been refused what a third left.
    return [...new Map(all.map((one) => [one.id, one])).values()];
  }

  /** What waited for something that is not there any more is to be answered by itself. */
  #become(all: readonly Conflict[]): void {
    const ids = new Set(all.map(({ id }) => id));
    const isThere = ({ waitsFor }: Conflict) => waitsFor === null || ids.has(waitsFor);
    this.#all = all.map((one) => (isThere(one) ? one : { ...one, waitsFor: null }));
    this.#keep();
  }

  #keep(): void {
    const kept = this.#all.map(({ id, command, kind, sentence, waitsFor }): Kept => ({
      id,
      command,
      kind,
      sentence,
      waitsFor,
    }));
    this.#drawer.write(kept.length > 0 ? JSON.stringify(kept) : null);
  }
}

type Kept = Pick<Conflict, "id" | "command" | "kind" | "sentence"> & Partial<Pick<Conflict, "waitsFor">>;

const KINDS: Record<Conflict["kind"], true> = {
  "not-found": true,
  forbidden: true,
  conflict: true,
  "illegal-state": true,
  "bad-input": true,
};

/** Whether it is what this page keeps, and not what an older version of it may have kept otherwise. */
function isKept(one: unknown): one is Kept {
  if (!isKeptCommand(one) || !("kind" in one && "sentence" in one)) return false;
  const { kind, sentence } = one;
  const isWaiting = "waitsFor" in one && one.waitsFor !== null;
  if (isWaiting && idIn("command", one.waitsFor) === null) return false;
  return typeof sentence === "string" && typeof kind === "string" && kind in KINDS;
}
