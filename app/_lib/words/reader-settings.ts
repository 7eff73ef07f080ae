/** The words of the settings for reading. */
export const readerSettings = {
  title: "Text and appearance",
  size: "Size of the letters",
  sizes: { small: "Small", medium: "Medium", large: "Large", largest: "Largest" },
  width: "Width of the column",
  widths: { narrow: "Narrow", medium: "Medium", wide: "Wide" },
  face: "Typeface",
  faces: { serif: "With serifs", sans: "Without" },
  theme: "Appearance",
  usual: "As usual",
  kept: "Kept with your account, in every browser.",
} as const;
