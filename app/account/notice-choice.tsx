"use client";

import { useState } from "react";
import { zoneNow } from "~/app/_lib/clock";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { Combobox } from "~/app/_ui/combobox";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { Switch } from "~/app/_ui/switch";
import { Table, Td, Th } from "~/app/_ui/table";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";
import { isTimeZone } from "~/core/digest";
import { type Topic, TOPICS } from "~/core/notices";
import { type Digest, DIGESTS, type NoticePreferences, USUAL_NOTICES } from "~/core/preferences";

const say = words.noticeChoice;

const intervals = DIGESTS.map((value) => ({ value, label: say.every[value] }));
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** What one is told of by the bell and by letters, and when these come. Each change holds at once. */
export function NoticeChoice({ sendsLetters }: { sendsLetters: boolean }) {
  const { preferences, change } = usePreferences();
  const { notices } = preferences;
  const { digest } = notices;
  const set = (part: Partial<NoticePreferences>) => change({ notices: { ...notices, ...part } });
  const hasLetters = digest.every !== "never";
  return (
    <div className="flex flex-col gap-5">
      <Letters digest={digest} onChange={(part) => set({ digest: { ...digest, ...part } })} />
      {!sendsLetters && <p className="text-pretty">{say.noLetters}</p>}
      <Table caption={say.table}>
        <thead>
          <tr>
            <Th className="w-full">{say.topic}</Th>
            <Th>{say.bell}</Th>
            {hasLetters && <Th>{say.mail}</Th>}
          </tr>
        </thead>
        <tbody>
          {TOPICS.map((topic) => (
            <tr key={topic}>
              <Td className="align-middle!">{say.topics[topic]}</Td>
              <Td>
                <Choice
                  label={say.inBell(say.topics[topic])}
                  isOn={!notices.noBell.includes(topic)}
                  onChange={() => set({ noBell: toggled(notices.noBell, topic) })}
                />
              </Td>
              {hasLetters && (
                <Td>
                  <Choice
                    label={say.inMail(say.topics[topic])}
                    isOn={!notices.noMail.includes(topic)}
                    onChange={() => set({ noMail: toggled(notices.noMail, topic) })}
                  />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Choice({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: () => void }) {
  return (
    <Switch checked={isOn} onChange={onChange}>
      <VisuallyHidden>{label}</VisuallyHidden>
    </Switch>
  );
}

function toggled(off: readonly Topic[], topic: Topic): Topic[] {
  return off.includes(topic) ? off.filter((other) => other !== topic) : [...off, topic];
}

/** How often letters come; of daily ones, at which hour of which zone. */
function Letters({ digest, onChange }: { digest: Digest; onChange: (part: Partial<Digest>) => void }) {
  const [unknown, setUnknown] = useState<string | null>(null);
  const here = zoneNow();
  // Whoever never chose a zone means that of their clock.
  const isUnchosen = digest.every === "never" && digest.zone === USUAL_NOTICES.digest.zone;
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={say.letters}
        segments={intervals}
        value={digest.every}
        onChange={(every) => onChange({ every, ...(isUnchosen && { zone: here }) })}
      />
      {digest.every === "daily" && (
        <div className="flex flex-wrap items-start gap-3">
          <Field label={say.hour} className="w-28">
            <Select
              choices={hours}
              value={String(digest.hour)}
              onChange={(hour) => onChange({ hour: Number(hour) })}
            />
          </Field>
          <Field
            label={say.zone}
            className="w-72 max-w-full"
            error={unknown === null ? undefined : say.zoneUnknown(unknown)}
          >
            <Combobox
              dir="ltr"
              value={digest.zone}
              groups={[
                { label: say.zoneHere, items: [{ value: here }] },
                { label: say.zones, items: zones(here) },
              ]}
              onCommit={(zone) => {
                const isKnown = isTimeZone(zone);
                setUnknown(isKnown ? null : zone);
                if (isKnown) onChange({ zone });
              }}
            />
          </Field>
        </div>
      )}
    </div>
  );
}

/** All but the one that stands first. "UTC" is in no list, but is a zone. */
function zones(here: string): { value: string }[] {
  const all = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  all.delete(here);
  return [...all].map((value) => ({ value }));
}
