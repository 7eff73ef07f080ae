"use client";

import { useState, type SyntheticEvent } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { TextInput } from "~/app/_ui/text-input";
import type { Setting } from "~/core/newsroom";
import type { Settings } from "~/server/routers";
import { CorrectionsSetting } from "./corrections-setting";
import { useSetting } from "./use-setting";

/** The newsroom's own settings: its name, its kind of desk, four eyes, what the public sees. */
export function NewsroomPanel({
  newsroom,
  settings,
  correctionsAddress,
  mayManage,
}: Settings & { newsroom: string }) {
  const said = words.settings.newsroom;
  return (
    <section className="flex max-w-xl flex-col gap-6">
      <h2 className="text-base font-semibold">{said.heading}</h2>
      <NameForm key={settings.name} newsroom={newsroom} name={settings.name} mayManage={mayManage} />
      <Choice
        newsroom={newsroom}
        name="deskKind"
        label={said.deskKind}
        value={settings.deskKind}
        choices={[
          { value: "full", label: said.full, explain: said.fullExplain },
          { value: "small", label: said.small, explain: said.smallExplain },
        ]}
        mayManage={mayManage}
      />
      <Choice
        newsroom={newsroom}
        name="fourEyes"
        label={said.fourEyes}
        value={settings.fourEyes}
        choices={[
          { value: "required", label: said.required, explain: said.requiredExplain },
          { value: "recorded", label: said.recorded, explain: said.recordedExplain },
        ]}
        mayManage={mayManage}
      />
      <CorrectionsSetting
        newsroom={newsroom}
        value={settings.publicCorrections}
        address={correctionsAddress}
        mayManage={mayManage}
      />
    </section>
  );
}

function NameForm({
  newsroom,
  name: present,
  mayManage,
}: {
  newsroom: string;
  name: string;
  mayManage: boolean;
}) {
  const { change, isBusy, sentence } = useSetting(newsroom);
  const [name, setName] = useState(present);
  const [isMissing, setIsMissing] = useState(false);
  const said = words.settings.newsroom;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (!isBusy && name.trim() !== "") change("name", present, name.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3" noValidate>
      <Field
        label={said.name}
        hint={said.nameHint}
        error={isMissing ? said.nameMissing : sentence}
        className="w-full"
      >
        <TextInput
          dir="auto"
          maxLength={120}
          value={name}
          disabled={!mayManage}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {mayManage && (
        <Button type="submit" busy={isBusy}>
          {said.save}
        </Button>
      )}
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  newsroom: string;
  name: Setting;
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; explain: string }[];
  mayManage: boolean;
}

/** A setting of a few values, saved by choosing; the sentence under it says what the one chosen means. */
function Choice<Value extends string>({
  newsroom,
  name,
  label,
  value,
  choices,
  mayManage,
}: ChoiceProps<Value>) {
  const { change, isBusy, sentence } = useSetting(newsroom);
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={label}
        segments={choices}
        value={value}
        onChange={(to) => change(name, value, to)}
        disabled={!mayManage || isBusy}
      />
      <dl className="flex flex-col gap-1 text-muted">
        {choices.map((choice) => (
          <div key={choice.value}>
            <dt className="inline font-medium text-ink">{choice.label}: </dt>
            <dd className="inline">{choice.explain}</dd>
          </div>
        ))}
      </dl>
      {sentence !== undefined && (
        <p role="alert" className="text-danger">
          {sentence}
        </p>
      )}
    </div>
  );
}
