"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPCClient } from "~/app/_lib/trpc";
import { useFileDrop } from "~/app/_lib/use-file-drop";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextArea } from "~/app/_ui/text-area";
import { showToast } from "~/app/_ui/toasts";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import { decodeText } from "~/core/decode";
import { acceptText } from "~/core/text";
import { type Preview, previewOf } from "./preview";

const say = words.revisions;

interface Shown {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks for the article's next text, says what becomes of its tags, and puts it in. */
export function ReviseDialog({ open, onOpenChange }: Shown) {
  const store = useStore();
  const { id } = useArticle();
  const client = useTRPCClient();
  const router = useRouter();
  const [text, setText] = useState(() => textOf(store.slice));
  const [preview, setPreview] = useState<Preview | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ text: "", commandId: v7() });
  const change = (next: string) => {
    setText(next);
    setPreview(null);
    setTrouble(undefined);
  };
  const picker = useRef<HTMLInputElement>(null);
  const take = ([file]: readonly File[]) => {
    if (!open || !file) return;
    void file.arrayBuffer().then((bytes) => {
      const read = decodeText(new Uint8Array(bytes));
      if (read.ok) change(read.raw);
      else setTrouble(read.sentence);
    });
  };
  useFileDrop(take);
  const look = () => {
    const accepted = acceptText(text);
    if (!accepted.ok) setTrouble(accepted.problems.map(({ sentence }) => sentence).join(" "));
    else if (accepted.text === textOf(store.slice)) setTrouble(say.same);
    else setPreview(previewOf(store.slice, accepted.text));
  };
  const send = async () => {
    if (sent.current.text !== text) sent.current = { text, commandId: v7() };
    setBusy(true);
    try {
      const sees = store.slice.revision?.digest ?? null;
      const { commandId } = sent.current;
      const answer = await client.articles.revise.mutate({ article: id, commandId, sees, text });
      if (answer.status === "refused") {
        setTrouble(answer.problems.map(({ sentence }) => sentence).join(" "));
        return;
      }
      onOpenChange(false);
      showToast({ title: words.reader.revised(answer.revision, answer.fates), id: "revised" });
      router.refresh();
    } catch (error) {
      setTrouble(refusalOf(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      wide
      closeOnOutsidePress={false}
      title={say.title}
      description={say.what}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{words.common.cancel}</Button>
          {preview ? (
            <Button variant="primary" busy={busy} onClick={() => void send()}>
              {say.send}
            </Button>
          ) : (
            <Button variant="primary" onClick={look}>
              {say.preview}
            </Button>
          )}
        </>
      }
    >
      <Field label={say.text}>
        <TextArea
          rows={12}
          value={text}
          className="font-serif"
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      <Button small className="self-start" onClick={() => picker.current?.click()}>
        {say.choose}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
        hidden
        aria-label={say.choose}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {preview && <Fates preview={preview} />}
      {trouble !== undefined && <ErrorNote happened={trouble} safe={say.kept} />}
    </Dialog>
  );
}

function Fates({ preview: { counts, altered, lost } }: { preview: Preview }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-medium">{say.counts(counts)}</p>
      {altered.length > 0 && (
        <List title={say.altered} items={altered.map(({ was, is }) => `${was} → ${is}`)} />
      )}
      {lost.length > 0 && <List title={say.lost} items={lost} />}
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3 className="font-medium">{title}</h3>
      <ul className="flex max-h-40 flex-col gap-1 overflow-y-auto">
        {items.map((words, place) => (
          <li key={place} className="font-serif wrap-anywhere" dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
