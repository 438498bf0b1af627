/** Something parties deal about, from the general taxonomy in data/ or a user's file. */
export interface Issue {
  /** Kebab-case key, stable: `recognition`, `detainees`, `frozen-assets`. */
  readonly id: string;
  readonly name: string;
}
