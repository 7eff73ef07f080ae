"use client";

import { useRouter } from "next/navigation";
import { useDeferredValue, useId, useMemo, useState, type SyntheticEvent } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { TextArea } from "~/app/_ui/text-area";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";
import { languageChoices, languageName } from "~/app/_lib/languages";
import type { Direction } from "~/core/article";
import { SourceUrl } from "~/core/shapes/article";
import { guessDirection, guessLanguage, guessTitle } from "~/core/guess";
import type { Desk } from "~/core/newsroom";
import { acceptText } from "~/core/text";
import { DeskSelect } from "./desk-select";
import { PasteTrouble } from "./paste-trouble";
import { usePaste } from "./use-paste";
import { wordCount } from "./word-count";

/** What somebody wrote over the guesses; null where the guess stands. */
interface Own {
  title: string | null;
  language: string | null;
  direction: Direction | null;
  desk: Desk["id"] | null;
  source: string;
}

const UNTOUCHED: Own = { title: null, language: null, direction: null, desk: null, source: "" };

/** One article from pasted text: the text, and what it says about itself, to be corrected. */
export function PasteForm({ newsroom, desks }: { newsroom: string; desks: readonly Desk[] }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [own, setOwn] = useState(UNTOUCHED);
  const [asked, setAsked] = useState(false);
  const paste = usePaste(newsroom);
  const count = useId();
  const guess = useGuess(text);
  const title = own.title ?? guess.title;
  const [language, direction] = [own.language ?? guess.language, own.direction ?? guess.direction];
  const problems = asked ? problemsOf({ text, title, source: own.source }) : {};
  const change = (changed: Partial<Own>) => setOwn({ ...own, ...changed });

  const send = async (again = false) => {
    setAsked(true);
    if (Object.keys(problemsOf({ text, title, source: own.source })).length > 0 || paste.busy) return;
    const sourceUrl = own.source.trim() || null;
    const sent = await paste.send({
      text,
      again,
      title: title.trim(),
      language,
      direction,
      sourceUrl,
      desk: own.desk,
    });
    if (sent.status !== "created") return;
    showToast({ title: words.newArticle.added(sent.title) });
    router.push(`/articles/${sent.article}`);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={words.newArticle.text} hint={words.newArticle.textHint} error={problems.text}>
        <TextArea
          rows={14}
          value={text}
          lang={language}
          dir={direction}
          aria-describedby={count}
          onChange={({ target }) => {
            setText(target.value);
            paste.forget();
          }}
          className="min-h-72 font-serif text-base leading-6"
        />
      </Field>
      <p id={count} className="-mt-3 text-end text-muted tabular-nums">
        {words.newArticle.words(guess.words)}
      </p>
      <Field label={words.newArticle.articleTitle} hint={words.newArticle.titleHint} error={problems.title}>
        <TextInput
          dir="auto"
          lang={language}
          maxLength={300}
          value={title}
          onChange={({ target }) => change({ title: target.value === "" ? null : target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.newArticle.language}>
          <Select
            value={language}
            choices={languageChoices(language).map((choice) =>
              own.language === null && choice.value === language && text !== ""
                ? { ...choice, label: words.newArticle.guessed(languageName(language)) }
                : choice,
            )}
            onChange={(chosen) => change({ language: chosen })}
          />
        </Field>
        <SegmentedControl
          label={words.newArticle.direction}
          value={direction}
          segments={[
            { value: "ltr", label: words.newArticle.leftToRight },
            { value: "rtl", label: words.newArticle.rightToLeft },
          ]}
          onChange={(chosen) => change({ direction: chosen })}
        />
        <DeskSelect
          label={words.newArticle.desk}
          desks={desks}
          value={own.desk}
          onChange={(desk) => change({ desk })}
        />
        <Field
          label={words.newArticle.source}
          hint={words.newArticle.sourceHint}
          optional
          error={problems.source}
        >
          <TextInput
            type="url"
            dir="ltr"
            maxLength={2_000}
            value={own.source}
            onChange={({ target }) => change({ source: target.value })}
          />
        </Field>
      </div>
      <PasteTrouble
        sent={paste.sent}
        onReplace={() => {
          const mended = acceptText(text, { replace: true });
          if (mended.ok) setText(mended.text);
          paste.forget();
        }}
        onAnyway={() => void send(true)}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={paste.busy}>
          {words.newArticle.add}
        </Button>
      </div>
    </form>
  );
}

/** Guesses follow the typing at a distance, so that a long text does not slow it down. */
function useGuess(text: string) {
  const settled = useDeferredValue(text);
  return useMemo(
    () => ({
      title: guessTitle(settled),
      language: guessLanguage(settled),
      direction: guessDirection(settled),
      words: wordCount(settled),
    }),
    [settled],
  );
}

function problemsOf({ text, title, source }: { text: string; title: string; source: string }) {
  const address = source.trim();
  return {
    ...(text.trim() === "" && { text: words.newArticle.textMissing }),
    ...(text.trim() !== "" && title.trim() === "" && { title: words.newArticle.titleMissing }),
    ...(address !== "" && !SourceUrl.safeParse(address).success && { source: words.newArticle.sourceWrong }),
  };
}
