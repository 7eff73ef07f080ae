import { createTransport } from "nodemailer";

import { isLoopback } from "~/server/env";
import type { Letter } from "./letter";

/** The mail server of the newsroom's choice, and whom letters are from. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where they are needed. */
  readonly SMTP_URL: string;
  /** "Galley <galley@example.org>" */
  readonly MAIL_FROM: string;
}

/** Sends letters. Whatever it throws holds no password. */
export interface Post {
  /** Asks whether the server would take letters now. @throws what it, or the way to it, says against that */
  ask(): Promise<void>;
  /**
   * Sends a letter. Its id stays the same when it is sent again, so that a reader's mail server that got it twice can tell.
   * @throws LetterRefused where the server will never take it; anything else where it may, later
   */
  send(to: { name: string; email: string }, letter: Letter & { id: string }): Promise<void>;
}

/** The server takes no such letter, or none for this address. */
export class LetterRefused extends Error {
  override readonly name = "LetterRefused";
}

/**
 * In milliseconds. What the server may take over a letter is the ten minutes that the standard asks for: whoever hangs up
 * sooner sends twice what a slow server has taken. @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2
 */
const WAIT = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 600_000 };

export function postBy({ SMTP_URL, MAIL_FROM }: MailSettings): Post {
  const { password, hostname } = new URL(SMTP_URL);
  const transport = createTransport({
    ...WAIT,
    url: SMTP_URL,
    // A password travels in the clear to this machine alone.
    requireTLS: password !== "" && !isLoopback(hostname.replace(/^\[|\]$/g, "")),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = MAIL_FROM.slice(MAIL_FROM.lastIndexOf("@") + 1).replace(">", "");
  return {
    async ask() {
      await transport.verify();
    },
    async send({ name, email }, { id, subject, text, html, choose }) {
      try {
        await transport.sendMail({
          from: MAIL_FROM,
          to: { name, address: email },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          list: { unsubscribe: choose },
          // No notes of absence come back. https://www.rfc-editor.org/rfc/rfc3834#section-5
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw isRefusal(error)
          ? new LetterRefused("The mail server refused a letter.", { cause: error })
          : error;
      }
    },
  };
}

/**
 * Whether the server said no for good, to the letter or to its address; not to who asks or whom it is from, which is for
 * the settings to mend. @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error) || !("command" in error)) return false;
  return Number(error.responseCode) >= 500 && (error.command === "RCPT TO" || error.command === "DATA");
}
