/** A strip's lanes: one for each type, in CSS pixels. */
export const LANE = 4;
