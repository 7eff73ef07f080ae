/** Made-up news of a harbour town, as much of it as a test wants: plain, even, and no sentence twice. */

const SUBJECTS = [
  "The harbour office",
  "A ferry inspector",
  "The weighbridge clerk",
  "Two dockers from the fish quay",
  "The trust that keeps the lamps",
  "An engineer of the water board",
  "The night watch",
  "A surveyor hired in May",
  "The island council",
  "The owner of the chandlery",
  "A retired pilot",
];
const ACTS = ["counted", "wrote down", "repaired", "found", "moved", "lost", "paid for"];
const THINGS = [
  "212 crates of mackerel",
  "the missing lantern",
  "a second set of keys",
  "nine metres of rope",
  "the brass plate of the old pump",
  "40 tonnes of gravel",
  "a ledger with its last page torn out",
  "the iron ladder below the customs steps",
  "three bells, one of them cracked",
];
const TIMES = [
  "before the tide turned",
  "on the last Friday of March",
  "while the bridge was shut",
  "in the week of the storm",
  "without asking anyone",
  "for less than the council had set aside",
  "as the rules of 1958 demand",
  "and told nobody until Monday",
  "twice in one year",
  "a month after the fire",
  "because the crane stood still",
  "in front of the whole school",
  "with the harbour master's consent",
];

/** The sentence of that number, from 0; 9,009 of them are different. */
export function sentence(number: number): string {
  const [subject, act, thing, time] = [SUBJECTS, ACTS, THINGS, TIMES].map(
    (list) => list[number % list.length] ?? "",
  );
  return `${subject ?? ""} ${act ?? ""} ${thing ?? ""} ${time ?? ""}.`;
}

/** So many sentences, from one of that number on. */
export function paragraph(from: number, count: number): string {
  return Array.from({ length: count }, (_, place) => sentence(from + place)).join(" ");
}
