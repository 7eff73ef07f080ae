/** The words around a file that is attached to evidence. */
export const files = {
  label: "File",
  hint: (most: string) =>
    `A scan, a recording, a table: up to ${most}. It is kept as it is, with its SHA-256.`,
  drop: "Drop a file here, or",
  choose: "Choose a file…",
  letGo: (name: string) => `Do not attach ${name}`,
  attach: "Attach the file",
  attached: "File attached",
  sendAgain: "Send the file again",
  without: "Go on without the file",
  cancel: "Stop the upload",
  sending: (name: string) => `Sending ${name}`,
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  storing: "Sent; being stored…",
  onlyOne: "One file belongs to an item. The first of those dropped was taken.",
  empty: (name: string) => `“${name}” is empty. Choose another file.`,
  tooLarge: ({ name, size, most }: { name: string; size: string; most: string }) =>
    `“${name}” has ${size}; a file may have up to ${most}. Nothing was sent. Choose a smaller one, or say in the note where this one is kept.`,
  notSent: "The file was not attached.",
  itemSafe: "The evidence item is saved, with all that you wrote.",
  lost: "The connection was lost on the way. When you are online again, send the file again.",
  stopped: "You stopped the upload. Send the file again, or go on without it.",
  leave: "A file is still being sent. Leave, and it is not attached. Leave?",
  download: (name: string) => `Download ${name}`,
  nameRemoved: "Name removed",
  hash: "SHA-256",
  copyHash: "Copy the SHA-256 of the file",
  copied: "SHA-256 copied",
  notCopied: "It could not be copied. Here it is in full:",
  removed: "The file was removed from the record",
  has: "has a file",
  bytes: (bytes: number) =>
    bytes < 1_000
      ? `${bytes} bytes`
      : bytes < 1_000_000
        ? `${Math.round(bytes / 1_000)} kB`
        : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`,
} as const;
