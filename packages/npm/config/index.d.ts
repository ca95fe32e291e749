/** What is wrong with a field of a configuration. */
export interface Problem {
  /** The field, as a path: `programs[2].level`. Empty where it is about the whole text. */
  field: string;
  /** What was found, what is expected and what to do, as the console of a page says it. */
  message: string;
}

export interface CheckOptions {
  /** The day on which it is read: openings expire. Today unless set. */
  today?: Date;
  /** The host of the page that it is for: quick exit may not lead there. */
  host?: string;
}

/** Reads a configuration as the finder does: a finder.json as text, or what is in it. Gives every problem; none where all is well. */
export function check(configuration: string | object, options?: CheckOptions): Problem[];
