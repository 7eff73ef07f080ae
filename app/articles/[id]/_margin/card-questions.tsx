"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import { linkTo } from "~/app/articles/[id]/_links/linking";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useIntent, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Intent } from "~/app/articles/[id]/_store/viewing";
import type { TagId } from "~/core/ids";
import { type Finding, FINDINGS } from "~/core/tag";
import { ReasonDialogs } from "./reason-dialogs";
import { newVerdict } from "./tag-commands";

/** What a key asked of a card, which has to be drawn before it can answer. */
interface Question {
  readonly tag: TagId;
  /** A verdict that was refused, so that the card says what it lacks; null to put the keyboard into the card. */
  readonly finding: Finding | null;
}

interface Questions {
  readonly asked: Question | null;
  readonly answered: () => void;
}

const QuestionsContext = createContext<Questions>({ asked: null, answered: () => undefined });

/** Answers what keys, marks and lists ask of cards, whether or not the cards are on the page. */
export function CardQuestions({ children }: { children: ReactNode }) {
  const store = useStore();
  const [asked, setAsked] = useState<Question | null>(null);
  const [answered] = useState(() => () => setAsked(null));
  useIntent((intent) => {
    // While a link is made, a card or a line of the list is its other end.
    if (intent.kind === "open" && linkTo(store, intent.tag)) return;
    const question = questionOf(store, intent);
    if (!question) return;
    store.look({
      focused: question.tag,
      opened: true,
      listed: false,
      right: true,
      alone: false,
      linking: null,
    });
    const isOpening = question.finding === null;
    if (isOpening) setAsked(question);
    // Once the mark is drawn and the cards have made room. What a verdict lacks stands far down in the card, and
    // is brought into view after the mark.
    const then = isOpening ? undefined : () => setAsked(question);
    requestAnimationFrame(() => reveal(store, question.tag, { focus: false, opens: true, then }));
  });
  // The same one while the same is asked: all cards listen, and the whole text stands below.
  const questions = useMemo(() => ({ asked, answered }), [asked, answered]);
  return (
    <QuestionsContext value={questions}>
      {children}
      <ReasonDialogs />
    </QuestionsContext>
  );
}

/** What is asked of this card, and how to say that it is answered. */
export function useQuestion(id: TagId): Questions {
  const { asked, answered } = useContext(QuestionsContext);
  return { asked: asked?.tag === id ? asked : null, answered };
}

/** What an intent asks of a card. A verdict that nothing stands against is set at once, and asks nothing. */
function questionOf(store: ArticleStore, intent: Intent): Question | null {
  if (intent.kind === "open") return { tag: intent.tag, finding: null };
  if (intent.kind !== "verdict") return null;
  const tag = store.tag(intent.tag);
  const finding = FINDINGS.find((known) => known === intent.finding);
  if (!tag || finding === undefined) return null;
  return store.dispatch(newVerdict(tag, finding, null)).ok ? null : { tag: tag.id, finding };
}
