/** The words of the page behind a one-time link. */
export const invitation = {
  title: { join: "You are invited", "set-up": "Set up Galley", "new-password": "A new password" },
  join: (newsroom: string) => `${newsroom} has made an account for you. Choose a password to open it.`,
  joinWithAccount: (newsroom: string) =>
    `${newsroom} has invited you. You have an account here already: enter its password to join.`,
  "set-up": (newsroom: string) =>
    `${newsroom} has no administrator yet. Say who you are and choose a password; then invite the others.`,
  "new-password": (newsroom: string) =>
    `An administrator of ${newsroom} made this link for you. Your other browsers are signed out when you use it.`,
  newsroom: "Newsroom",
  name: "Name",
  nameMissing: "Enter your name.",
  email: "E-mail",
  emailWrong: "Enter your e-mail address, such as ana@example.org.",
  password: "Password",
  choose: "Choose a password",
  hint: "12 characters or more. A few words in a row are easy to remember.",
  repeat: "The password again",
  passwordMissing: "Enter a password.",
  different: "The two do not match. Type the password again.",
  submit: { join: "Join", "set-up": "Set up", "new-password": "Set the password" },

  dead: {
    title: "This link does not work",
    happened: "It was used or revoked, its days are over, or it was not copied whole.",
    safe: "If you have used it already, your account is there: sign in.",
    todo: "Otherwise ask your newsroom’s administrator for a new link.",
    action: "Go to sign in",
  },
} as const;
