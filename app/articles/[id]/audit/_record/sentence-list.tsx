"use client";

import { useMemo, useRef, useState } from "react";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { cx } from "~/app/_lib/cx";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { Link } from "~/app/_ui/link";
import { TextInput } from "~/app/_ui/text-input";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import type { TagId } from "~/core/ids";
import type { Passages } from "~/server/routers/audit";

const say = words.audit.record;

interface SentenceListProps {
  passages: Passages;
  chosen: TagId | null;
}

/** The sentences in which something was tagged, to choose the record of a tag from. */
export function SentenceList({ passages, chosen }: SentenceListProps) {
  const { article, scheme, sentences } = passages;
  const list = useRef<HTMLOListElement>(null);
  const [sought, setSought] = useState("");
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(steppingActions, keys), [keys]);
  useKeys(actions, { bench: { list }, singleKeys });
  useToldKeys(actions);
  const found = sentences.filter(({ words: text }) =>
    text.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <nav aria-label={say.sentences} className="flex min-w-0 flex-col gap-3 print:hidden">
      <h2 className="font-semibold">{say.sentences}</h2>
      <Field label={say.find} labelHidden>
        <TextInput
          type="search"
          dir="auto"
          placeholder={say.find}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </Field>
      {found.length === 0 && <p className="text-muted">{say.nothingFound}</p>}
      <ol ref={list} data-keys-by-focus className="flex flex-col gap-3">
        {found.map(({ start, words: text, tags }) => (
          <li key={start} className="flex flex-col gap-1 [content-visibility:auto]">
            <p className="line-clamp-2 font-serif text-muted" dir={article.direction}>
              {text}
            </p>
            <ul className="flex flex-col">
              {tags.map((tag) => (
                <li key={tag.id}>
                  <Link
                    href={`/articles/${article.id}/audit?tag=${tag.id}`}
                    prefetch={false}
                    current={tag.id === chosen}
                    className={cx(
                      "flex min-h-8 items-center gap-1.5 rounded-md px-1.5 hover:bg-sunken pointer-coarse:min-h-11",
                      tag.id === chosen && "bg-accent-fill font-medium",
                    )}
                  >
                    <TypeMark type={scheme.types.find(({ name }) => name === tag.type)} />
                    <span className="min-w-0 grow truncate" dir={article.direction}>
                      {tag.words}
                    </span>
                    <span className="shrink-0 text-xs text-muted">{words.margin.state[tag.state]}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </nav>
  );
}
