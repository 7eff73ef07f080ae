"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";

const empty = { present: "", next: "", repeat: "" };
type Name = keyof typeof empty;
type Problems = Partial<Record<Name | "whole", string>>;

/** Changes one's password. What is wrong is said beside the field that it is about. */
export function PasswordForm({ email }: { email: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const said = words.account.password;

  useEffect(() => {
    const [first = ""] = Object.keys(problems);
    form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
  }, [problems]);
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      // Done twice, the second would find the present password changed already.
      retry: false,
      onSuccess() {
        setTyped(empty);
        showToast({ title: said.done });
        return queries.invalidateQueries(api.account.sessions.queryFilter());
      },
      onError(error) {
        const { kind, sentence } = refusalOf(error);
        setProblems({
          [kind === "forbidden" ? "present" : kind === "bad-input" ? "next" : "whole"]: sentence,
        });
      },
    }),
  );

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const found = problemsIn(typed);
    setProblems(found);
    if (Object.keys(found).length === 0) change.mutate({ present: typed.present, next: typed.next });
  };
  const field = (name: Name) => ({
    name,
    type: "password",
    value: typed[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setTyped({ ...typed, [name]: event.target.value }),
  });

  return (
    <form ref={form} method="post" onSubmit={submit} className="flex max-w-sm flex-col gap-4" noValidate>
      {problems.whole !== undefined && <ErrorNote happened={problems.whole} />}
      {/* For password managers, which otherwise keep the new password under no name. */}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <Field label={said.present} error={problems.present}>
        <TextInput {...field("present")} autoComplete="current-password" />
      </Field>
      <Field label={said.next} hint={said.nextHint} error={problems.next}>
        <TextInput {...field("next")} autoComplete="new-password" />
      </Field>
      <Field label={said.repeat} error={problems.repeat}>
        <TextInput {...field("repeat")} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={change.isPending}>
          {said.submit}
        </Button>
      </div>
    </form>
  );
}

/** What can be said without asking the server. */
function problemsIn({ present, next, repeat }: typeof empty): Problems {
  const said = words.account.password;
  return {
    ...(present === "" && { present: said.presentMissing }),
    ...(next === "" ? { next: said.nextMissing } : next !== repeat && { repeat: said.different }),
  };
}
