"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ChangeEvent, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { refusalOf } from "~/app/_lib/refusal";
import { goTo, signIn } from "~/app/_lib/session";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { Email } from "~/core/shapes/newsroom";
import type { LinkInView } from "~/server/routers";

export interface AcceptFormProps {
  token: string;
  purpose: LinkInView["purpose"];
  /** Null where the holder says who they are. */
  email: string | null;
  /** The password is the one that the account has; else a new one is typed twice. */
  hasAccount: boolean;
}

const empty = { name: "", email: "", password: "", repeat: "" };
type Name = keyof typeof empty;
type Problems = Partial<Record<Name | "whole", string>>;

/** Takes the password, uses the link up, and signs in. */
export function AcceptForm({ token, purpose, email, hasAccount }: AcceptFormProps) {
  const api = useTRPC();
  const [typed, setTyped] = useState(empty);
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const said = words.invitation;

  useEffect(() => {
    const [first = ""] = Object.keys(problems);
    form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
  }, [problems]);
  const accept = useMutation(
    api.invitations.accept.mutationOptions({
      // The link works once: a second try would find it used by the first.
      retry: false,
      async onSuccess({ email: address, newsroom }) {
        const trouble = await signIn(address, typed.password);
        goTo(trouble ? "/sign-in" : `/n/${newsroom}`);
      },
      onError(error) {
        const { kind, sentence } = refusalOf(error);
        setProblems({ [kind === "bad-input" || kind === "forbidden" ? "password" : "whole"]: sentence });
      },
    }),
  );
  const isBusy = accept.isPending || accept.isSuccess;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const address = Email.safeParse(typed.email.trim());
    const found: Problems = {
      ...(email === null && typed.name.trim() === "" && { name: said.nameMissing }),
      ...(email === null && !address.success && { email: said.emailWrong }),
      ...(typed.password === "" && { password: said.passwordMissing }),
      ...(!hasAccount && typed.password !== typed.repeat && { repeat: said.different }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const self = email === null && address.success ? { name: typed.name.trim(), email: address.data } : null;
    accept.mutate({ token, commandId: v7(), password: typed.password, self });
  };
  const field = (name: Name) => ({
    name,
    value: typed[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: event.target.value }),
  });

  return (
    <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {problems.whole !== undefined && <ErrorNote happened={problems.whole} />}
      {email === null ? (
        <>
          <Field label={said.name} error={problems.name}>
            <TextInput {...field("name")} dir="auto" autoComplete="name" maxLength={120} />
          </Field>
          <Field label={said.email} error={problems.email}>
            <TextInput {...field("email")} type="email" autoComplete="username" />
          </Field>
        </>
      ) : (
        // For password managers, which otherwise keep the password under no name.
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      )}
      <Field
        label={hasAccount ? said.password : said.choose}
        hint={hasAccount ? undefined : said.hint}
        error={problems.password}
      >
        <TextInput
          {...field("password")}
          type="password"
          autoComplete={hasAccount ? "current-password" : "new-password"}
        />
      </Field>
      {!hasAccount && (
        <Field label={said.repeat} error={problems.repeat}>
          <TextInput {...field("repeat")} type="password" autoComplete="new-password" />
        </Field>
      )}
      <Button type="submit" variant="primary" busy={isBusy} className="w-full">
        {said.submit[purpose]}
      </Button>
    </form>
  );
}
