/** The words of signing in, on its page and over a page whose session ended. */
export const signIn = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  noAccount: "Accounts come by invitation. Ask your newsroom’s administrator for a link.",
  emailMissing: "Enter your e-mail address.",
  passwordMissing: "Enter your password.",
  wrong: "E-mail and password do not match an account here. Check both and try again.",
  wait: (minutes: number) =>
    `There were too many wrong passwords. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`,
  noCookie: "Your browser did not keep Galley’s cookie. Allow cookies for this address, then try again.",
  away: "The database does not answer just now. Try again in a moment.",
  bug: "Signing in failed on our side. Try again; if it fails again, tell your administrator the code.",
  again: {
    title: "Sign in again",
    why: "Your session has ended. Everything on this page is still here, and what you just did is sent once you are signed in.",
    somebodyElse: "Sign in as somebody else",
  },
} as const;
