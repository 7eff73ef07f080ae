import { expect, it, onTestFinished } from "vitest";

import { testMail } from "~/server/digests/testing-mail";
import { lookAtMail } from "./doctor";

const MAIL_FROM = "galley@example.org";

it("says what becomes of letters: none, on their way, waiting for the mail server, or for a worker", async () => {
  const mail = await testMail();
  onTestFinished(() => mail.close());
  const away = await testMail();
  await away.close();
  const settings = { SMTP_URL: mail.url, MAIL_FROM, WORKER: "process" } as const;
  const host = mail.url.replace("smtp://", "");
  expect(await lookAtMail({ WORKER: "process" })).toEqual({
    state: "OK",
    words: "none: without SMTP_URL nobody gets letters",
  });
  expect(await lookAtMail(settings)).toEqual({
    state: "OK",
    words: `${host} takes letters from ${MAIL_FROM}`,
  });
  expect(await lookAtMail({ ...settings, WORKER: "none" })).toMatchObject({ state: "WARN" });
  const found = await lookAtMail({ ...settings, SMTP_URL: away.url });
  expect(found).toMatchObject({ state: "WARN", words: expect.stringContaining("ECONNREFUSED") as string });
});

it("sends no password in the clear", async () => {
  const mail = await testMail();
  onTestFinished(() => mail.close());
  // No name of this machine that leads elsewhere is needed: what counts is what the settings call it.
  const SMTP_URL = mail.url.replace("127.0.0.1", "galley:secret@[::ffff:127.0.0.1]");
  const found = await lookAtMail({ SMTP_URL, MAIL_FROM, WORKER: "process" });
  expect(found.words).toContain("STARTTLS");
  expect(found.words).not.toContain("secret");
});
