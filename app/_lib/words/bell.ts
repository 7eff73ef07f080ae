/** The words of the bell: what one is told of. */
export const bell = {
  title: "Notifications",
  /** The button's name; 100 stands for any more. */
  label: (unread: number) =>
    unread === 0
      ? "Notifications, none unread"
      : `Notifications, ${unread > 99 ? "more than 99" : unread} unread`,
  more: "You have a new notification",
  list: "What you were told, the newest first",
  unread: "unread",
  readAll: "Mark all as read",
  allRead: "All are read",
  older: "Show older",
  choose: "Choose what you are told of",
  titleRemoved: "Title removed",
  empty: {
    title: "Nothing yet",
    why: "When somebody asks or mentions you, gives you a tag, or finds yours right or wrong, it stands here.",
  },
  failed: { happened: "Your notifications could not be read.", safe: "None of them is lost." },
  notKept: "It could not be marked as read. It stays unread; nothing else was changed.",
} as const;
