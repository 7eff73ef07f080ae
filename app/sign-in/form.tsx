"use client";

import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { goTo, signIn, type SignInTrouble } from "~/app/_lib/session";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";

/** E-mail and password; on success the page that asked, loaded anew. */
export function SignInForm({ back }: { back: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => emailField.current?.focus(), []);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const left = {
      ...(email.trim() === "" && { email: words.signIn.emailMissing }),
      ...(password === "" && { password: words.signIn.passwordMissing }),
    };
    setMissing(left);
    setTrouble(null);
    if (left.email ?? left.password) {
      (left.email ? emailField : passwordField).current?.focus();
      return;
    }
    setIsBusy(true);
    const found = await signIn(email, password);
    if (!found) {
      goTo(back);
      return;
    }
    setIsBusy(false);
    setTrouble(found);
    setPassword("");
    passwordField.current?.focus();
  };

  // The address is where the form would go if scripts had not loaded: never into the page's own address.
  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={submit}
      className="flex flex-col gap-4"
      noValidate
    >
      {trouble && <ErrorNote happened={trouble.sentence} code={trouble.code} />}
      <Field label={words.signIn.email} error={missing.email}>
        <TextInput
          ref={emailField}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={words.signIn.password} error={missing.password}>
        <TextInput
          ref={passwordField}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={isBusy} className="w-full">
        {words.signIn.submit}
      </Button>
    </form>
  );
}
