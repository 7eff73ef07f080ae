import { useState } from "react";

import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { isDetail } from "~/core/article";
import type { Execute } from "./article-details";
import { ConflictNote } from "./conflict-note";
import { useDetail } from "./use-detail";

interface TextDetailProps {
  name: "title" | "sourceUrl";
  label: string;
  hint?: string | undefined;
  present: string | null;
  /** What to say of a value that cannot be. */
  wrong: string;
  maxLength: number;
  lang?: string;
  optional?: boolean;
  disabled: boolean;
  execute: Execute;
}

/** A detail in words; saved on Enter and when the focus leaves, taken back by Escape. */
export function TextDetail(props: TextDetailProps) {
  const { name, label, hint, present, wrong, maxLength, lang, optional = false, disabled, execute } = props;
  const detail = useDetail({ name, present, execute });
  const [draft, setDraft] = useState<{ text: string; over: string | null } | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const commit = () => {
    if (draft === null) return;
    const value = draft.text.trim() || null;
    if (!isDetail(name, value)) {
      setIsWrong(true);
      return;
    }
    setDraft(null);
    detail.save(value, draft.over);
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} optional={optional} error={isWrong ? wrong : detail.trouble}>
        <TextInput
          dir={name === "title" ? "auto" : "ltr"}
          lang={lang}
          maxLength={maxLength}
          disabled={disabled}
          value={draft?.text ?? detail.mine ?? present ?? ""}
          onChange={({ target }) => {
            setDraft({ text: target.value, over: draft ? draft.over : present });
            setIsWrong(false);
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit();
            if (event.key !== "Escape" || draft === null) return;
            event.stopPropagation();
            setDraft(null);
            setIsWrong(false);
          }}
        />
      </Field>
      <ConflictNote detail={detail} read={(value) => value} />
    </div>
  );
}
