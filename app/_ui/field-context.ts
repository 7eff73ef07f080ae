"use client";

import { createContext, useContext } from "react";

/** The attributes by which a control is named and described by the Field around it. */
export interface FieldAttributes {
  id?: string;
  name?: string | undefined;
  "aria-labelledby"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

/** Given by a Field. */
export const FieldContext = createContext<FieldAttributes>({});

/** For the control in a Field; none outside of one. */
export function useFieldAttributes(): FieldAttributes {
  return useContext(FieldContext);
}
