/** Words by which the clauses of a sentence are told apart. Lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const SUBJECT_PRONOUNS = words(
  `he she it they we i you this that these those there both neither none nobody no`,
);

export const ORDINALS = words(
  `first second third fourth fifth sixth seventh eighth ninth tenth last only latest`,
);

/** Past forms without -ed that are no cue and hardly ever a participle before a noun. */
export const PAST_FORMS = words(`
  was were had did went came took gave got made saw knew began spoke met held kept left lost found brought thought
  sat stood sent ran grew fell rose became won led built drew flew drove shook wrote chose broke threw
  has is are will would can could may might must should does do`);

/** Verb and particle → the verb of speech that they are together. */
export const PARTICLE_VERBS: ReadonlyMap<string, string> = new Map(
  `
turned down reject
turns down reject
turn down reject
brought up raise
brings up raise
speaking out criticise
pointed out say
points out say
took up raise
`
    .trim()
    .split("\n")
    .map((line) => {
      const [verb = "", particle = "", whole = ""] = line.split(" ");
      return [`${verb} ${particle}`, whole];
    }),
);
