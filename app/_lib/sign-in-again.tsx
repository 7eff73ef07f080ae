"use client";

import { useRef, useState, useSyncExternalStore, type RefObject, type SyntheticEvent } from "react";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/on-demand";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { goTo, signIn, type SignInTrouble } from "./session";
import { isAsking, settle, subscribe } from "./signed-out";
import * as words from "./words";

/** Asks for the password over the page when the session has ended; on a page of somebody signed in. */
export function SignInAgain({ email }: { email: string }) {
  const isOpen = useSyncExternalStore(subscribe, isAsking, () => false);
  const passwordField = useRef<HTMLInputElement>(null);
  const { title, why } = words.signIn.again;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) settle(false);
      }}
      title={title}
      description={why}
      closeOnOutsidePress={false}
      initialFocus={passwordField}
    >
      {isOpen && <PasswordForm email={email} passwordField={passwordField} />}
    </Dialog>
  );
}

interface PasswordFormProps {
  email: string;
  passwordField: RefObject<HTMLInputElement | null>;
}

function PasswordForm({ email, passwordField }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (password === "") {
      setIsMissing(true);
      passwordField.current?.focus();
      return;
    }
    setIsBusy(true);
    const found = await signIn(email, password);
    setIsBusy(false);
    setTrouble(found);
    if (!found) {
      settle(true);
      return;
    }
    setPassword("");
    passwordField.current?.focus();
  };
  const leave = () => {
    settle(false);
    goTo("/sign-in");
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {trouble && <ErrorNote happened={trouble.sentence} code={trouble.code} />}
      <Field label={words.signIn.email}>
        <TextInput type="email" value={email} readOnly autoComplete="username" />
      </Field>
      <Field label={words.signIn.password} error={isMissing ? words.signIn.passwordMissing : undefined}>
        <TextInput
          ref={passwordField}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
            setIsMissing(false);
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button variant="plain" onClick={leave}>
          {words.signIn.again.somebodyElse}
        </Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {words.signIn.submit}
        </Button>
      </div>
    </form>
  );
}
