"use client";

import { languageChoices, languageName } from "~/app/_lib/languages";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { Field } from "~/app/_ui/field";
import type { ArticleCommand } from "~/core/shapes/command";
import { can } from "~/core/policy";
import type { OpenedArticle } from "~/server/open-article";
import { Archiving } from "./archiving";
import { ConflictNote } from "./conflict-note";
import { DeadlineDetail } from "./deadline-detail";
import { Sharing } from "./sharing";
import { TextDetail } from "./text-detail";
import { useDetail } from "./use-detail";

/** Has a command carried out. It answers when the article shows it, and throws where it was refused. */
export type Execute = (command: ArticleCommand) => Promise<unknown>;

/** What the dialog reads of the opened article, as it stands now. */
export interface ArticleDetailsProps extends Pick<OpenedArticle, "actor" | "people" | "desks"> {
  article: OpenedArticle["slice"]["article"];
  execute: Execute;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What an article is called, its language, source and desk; who sees it; archiving. Each change saves by itself. */
export function ArticleDetails({ open, onOpenChange, ...rest }: ArticleDetailsProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.articleDetails.title}
      closeOnOutsidePress={false}
    >
      {open && <Contents {...rest} />}
    </Dialog>
  );
}

export type ContentsProps = Omit<ArticleDetailsProps, "open" | "onOpenChange">;

function Contents(props: ContentsProps) {
  const { article, actor, execute } = props;
  const permission = can(actor, "change details", { article });
  const shared = { execute, disabled: !permission.allowed };
  return (
    <>
      {!permission.allowed && <ErrorNote happened={permission.why} />}
      <TextDetail
        {...shared}
        name="title"
        label={words.newArticle.articleTitle}
        hint={article.title.words === null ? words.articleDetails.titleGone : undefined}
        present={article.title.words}
        wrong={words.newArticle.titleMissing}
        maxLength={300}
        lang={article.language}
      />
      <LanguageDetail {...shared} article={article} />
      <DirectionDetail {...shared} article={article} />
      <DeadlineDetail {...props} />
      <DeskDetail {...shared} article={article} desks={props.desks} />
      <TextDetail
        {...shared}
        name="sourceUrl"
        label={words.newArticle.source}
        hint={words.newArticle.sourceHint}
        present={article.sourceUrl}
        wrong={words.newArticle.sourceWrong}
        maxLength={2_000}
        optional
      />
      <Sharing {...props} />
      <Archiving {...props} />
    </>
  );
}

interface ChoiceProps {
  article: ContentsProps["article"];
  execute: Execute;
  disabled: boolean;
}

function LanguageDetail({ article, execute, disabled }: ChoiceProps) {
  const detail = useDetail({ name: "language", present: article.language, execute });
  const value = detail.mine ?? article.language;
  return (
    <div className="flex flex-col gap-2">
      <Field label={words.newArticle.language} error={detail.trouble}>
        <Select value={value} choices={languageChoices(value)} disabled={disabled} onChange={detail.save} />
      </Field>
      <ConflictNote detail={detail} read={(code) => (code === null ? null : languageName(code))} />
    </div>
  );
}

function DirectionDetail({ article, execute, disabled }: ChoiceProps) {
  const detail = useDetail({ name: "direction", present: article.direction, execute });
  const segments = [
    { value: "ltr", label: words.newArticle.leftToRight },
    { value: "rtl", label: words.newArticle.rightToLeft },
  ] as const;
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={words.newArticle.direction}
        segments={segments}
        value={segments.find(({ value }) => value === detail.mine)?.value ?? article.direction}
        disabled={disabled}
        onChange={detail.save}
      />
      {detail.trouble !== undefined && <ErrorNote happened={detail.trouble} />}
      <ConflictNote
        detail={detail}
        read={(direction) => segments.find(({ value }) => value === direction)?.label ?? null}
      />
    </div>
  );
}

const NO_DESK = "none";

function DeskDetail({ article, desks, execute, disabled }: ChoiceProps & Pick<ContentsProps, "desks">) {
  const detail = useDetail({ name: "desk", present: article.desk, execute });
  const value = detail.mine === undefined ? article.desk : detail.mine;
  const choices = desks.filter(({ id, archived }) => !archived || id === value);
  return (
    <div className="flex flex-col gap-2">
      <Field label={words.newArticle.desk} error={detail.trouble}>
        <Select
          value={value ?? NO_DESK}
          choices={[
            { value: NO_DESK, label: words.newArticle.noDesk },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          disabled={disabled}
          onChange={(chosen: string) => detail.save(chosen === NO_DESK ? null : chosen)}
        />
      </Field>
      <ConflictNote detail={detail} read={(desk) => desks.find(({ id }) => id === desk)?.name ?? null} />
    </div>
  );
}
