export interface ToastMessage {
  /** What happened: "Claim added". */
  title: string;
  description?: string;
  /** One thing to do about it, such as Undo. Pressing it closes the toast. */
  action?: { label: string; onPress: () => void };
  /** Trouble is spoken at once and stays until it is closed. */
  trouble?: boolean;
  /** Messages of one id replace each other. */
  id?: string;
}

/** Where messages appear. */
interface Place {
  readonly add: (id: string, message: ToastMessage) => void;
  readonly close: (id: string) => void;
}

let place: Place | null = null;
/** What was said before the place was there. */
const waiting = new Map<string, ToastMessage>();
let given = 0;

/** Shows a message at the foot of the window, or at its head where something stands there, for 10 s (not counted while pointed at or focused); F6 goes to it. Gives its id. */
export function showToast(message: ToastMessage): string {
  const id = message.id ?? `toast ${(given += 1)}`;
  if (place) place.add(id, message);
  else waiting.set(id, message);
  return id;
}

export function closeToast(id: string): void {
  place?.close(id);
  waiting.delete(id);
}

/** Lets messages appear there, those first that wait already. The function given back ends it. */
export function receiveToasts(there: Place): () => void {
  place = there;
  for (const [id, message] of waiting) there.add(id, message);
  waiting.clear();
  return () => {
    place = null;
  };
}
