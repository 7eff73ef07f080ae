"use client";

import { Check, Copy } from "lucide-react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { Link } from "~/app/_ui/link";
import { Switch } from "~/app/_ui/switch";
import { TextInput } from "~/app/_ui/text-input";
import type { PublicCorrections } from "~/core/newsroom";
import { useCopy } from "./use-copy";
import { useSetting } from "./use-setting";

const said = words.settings.newsroom;

export interface CorrectionsSettingProps {
  newsroom: string;
  value: PublicCorrections;
  /** Where the public page is while it is on, in full. */
  address: string;
  mayManage: boolean;
}

/** Whether anybody may read the newsroom's corrections: what they see then, and where. */
export function CorrectionsSetting({ newsroom, value, address, mayManage }: CorrectionsSettingProps) {
  const { change, isBusy, sentence } = useSetting(newsroom);
  const isOn = value === "on";
  return (
    <div className="flex flex-col gap-2">
      <Switch
        checked={isOn}
        disabled={!mayManage || isBusy}
        onChange={(to) => change("publicCorrections", value, to ? "on" : "off")}
        className="font-medium"
      >
        {said.corrections}
      </Switch>
      <p className="text-pretty text-muted">{isOn ? said.correctionsOn : said.correctionsOff}</p>
      {sentence !== undefined && (
        <p role="alert" className="text-danger">
          {sentence}
        </p>
      )}
      {isOn && <PublicAddress address={address} path={`/corrections/${newsroom}`} />}
    </div>
  );
}

function PublicAddress({ address, path }: { address: string; path: string }) {
  const { copied, copy } = useCopy(address);
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={said.correctionsAddress}
        error={copied === "failed" ? words.settings.link.notCopied : undefined}
      >
        <TextInput
          readOnly
          dir="ltr"
          value={address}
          onFocus={(event) => event.target.select()}
          className="font-mono"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={copy}>
          {copied === "yes" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">
            {copied === "yes" ? words.settings.link.copied : said.correctionsCopy}
          </span>
        </Button>
        <Link href={path}>{said.correctionsOpen}</Link>
      </div>
    </div>
  );
}
