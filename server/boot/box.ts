export interface Account {
  /** The name of the newsroom that it belongs to. */
  readonly newsroom: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface BoxFacts {
  readonly address: string;
  readonly development: boolean;
  /** Where the data lie: a folder, or the server that DATABASE_URL names. */
  readonly data: string;
  /** Whether Galley runs the database itself; another it never empties. */
  readonly embedded: boolean;
  /** How many seconds the start took. */
  readonly seconds: number;
  /** The demo accounts that are there to sign in with. */
  readonly accounts: readonly Account[];
  /** The one-time link on which the first administrator sets a password, while there is none. */
  readonly setUpLink: string | null;
}

/** What a person needs to know when Galley has started, in one box for the terminal. */
export function box(facts: BoxFacts): string {
  const width = Math.max(...facts.accounts.map(({ email }) => email.length), 0);
  const roleWidth = Math.max(...facts.accounts.map(({ role }) => role.length), 0);
  const newsrooms = [...new Set(facts.accounts.map(({ newsroom }) => newsroom))];
  const lines = [
    `Galley is ready${facts.development ? " (development)" : ""} after ${facts.seconds.toFixed(1)} s.`,
    "",
    `Open        ${facts.address}`,
    ...(facts.setUpLink
      ? ["", "First, set the administrator's password (once, within 48 hours):", facts.setUpLink]
      : []),
    ...newsrooms.flatMap((name) => [
      "",
      `Sign in at the demo newsroom ${name}:`,
      ...facts.accounts
        .filter(({ newsroom }) => newsroom === name)
        .map(
          ({ role, email, password }) => `  ${role.padEnd(roleWidth)}  ${email.padEnd(width)}  ${password}`,
        ),
    ]),
    "",
    `Data        ${facts.data}`,
    "Stop        Ctrl-C (the data stay; the next start takes seconds)",
    ...(facts.embedded ? ["Start over  npm run db:reset"] : []),
  ];
  const inner = Math.max(...lines.map((line) => line.length));
  const rule = "─".repeat(inner + 4);
  return [`╭${rule}╮`, ...lines.map((line) => `│  ${line.padEnd(inner)}  │`), `╰${rule}╯`].join("\n");
}
