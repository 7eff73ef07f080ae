"use client";

import { useState, type SyntheticEvent } from "react";

import { refusalOf } from "~/app/_lib/refusal";
import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Checkbox } from "~/app/_ui/checkbox";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import type { TagId, UserId } from "~/core/ids";
import { ROLE_LABEL } from "~/core/policy";
import type { QueuedTag, Worker } from "~/server/routers";
import type { Decision } from "./decisions";

const say = words.queue.assignDialog;

type Way = keyof typeof say.ways;

export interface AssignDialogProps {
  newsroom: string;
  open: boolean;
  rows: readonly QueuedTag[];
  workers: readonly Worker[];
  onClose: () => void;
  onDecide: (decision: Decision) => void;
}

/** Gives tags to one person, or shares them out among several. */
export function AssignDialog({ open, rows, onClose, ...rest }: AssignDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        if (!now) onClose();
      }}
      title={say.title(rows.length)}
      description={say.what}
    >
      {open && <Choice rows={rows} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function Choice({ newsroom, rows, workers, onClose, onDecide }: Omit<AssignDialogProps, "open">) {
  const client = useTRPCClient();
  const [way, setWay] = useState<Way>("one");
  const [person, setPerson] = useState<UserId | null>(null);
  const [among, setAmong] = useState<ReadonlySet<UserId>>(() => new Set());
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const plan = async (how: Exclude<Way, "one">): Promise<ReadonlyMap<TagId, UserId>> => {
    const tags = rows.map(({ tag, article }) => ({ article: article.id, tag: tag.id }));
    const planned = await client.queue.plan.query({ newsroom, tags, among: [...among], how });
    return new Map(planned.flatMap(({ tag, to }) => (to === null ? [] : [[tag, to] as const])));
  };
  const finish = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (way === "one" ? person === null : among.size === 0) {
      setProblem(say.nobody);
      return;
    }
    setBusy(true);
    try {
      const to =
        way === "one" && person !== null
          ? new Map(rows.map(({ tag }) => [tag.id, person]))
          : await plan(way === "one" ? "in-turn" : way);
      if (to.size === 0) setProblem(words.queue.nobodyCan);
      else onDecide({ kind: "give", to });
    } catch (error) {
      setProblem(refusalOf(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  if (workers.length === 0) return <p>{say.nobodyThere}</p>;
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void finish(event)}>
      {rows.length > 1 && (
        <SegmentedControl
          label={say.how}
          value={way}
          segments={(["one", "in-turn", "by-load"] as const).map((value) => ({
            value,
            label: say.ways[value],
          }))}
          onChange={(chosen) => {
            setWay(chosen);
            setProblem(undefined);
          }}
        />
      )}
      {rows.length > 1 && <p className="text-muted">{say.means[way]}</p>}
      {way === "one" ? (
        <Field label={say.person} error={problem}>
          <Select
            choices={workers.map((worker) => ({
              value: worker.id,
              label: worker.name,
              hint: hintOf(worker),
            }))}
            value={person}
            onChange={setPerson}
          />
        </Field>
      ) : (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">{say.among}</legend>
          {workers.map((worker) => (
            <Checkbox
              key={worker.id}
              checked={among.has(worker.id)}
              onChange={(isIn) => {
                const next = new Set(among);
                if (isIn) next.add(worker.id);
                else next.delete(worker.id);
                setAmong(next);
                setProblem(undefined);
              }}
            >
              {worker.name} <span className="text-muted">{hintOf(worker)}</span>
            </Checkbox>
          ))}
          {problem !== undefined && (
            <p role="alert" className="text-danger">
              {problem}
            </p>
          )}
        </fieldset>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="plain" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button variant="primary" type="submit" busy={isBusy}>
          {say.confirm}
        </Button>
      </div>
    </form>
  );
}

function hintOf({ roles, load }: Worker): string {
  return `${roles.map((role) => ROLE_LABEL[role]).join(", ")} · ${say.load(load)}`;
}
