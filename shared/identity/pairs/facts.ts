/** What of a person is compared. Empty and null: not known, which speaks neither for nor against anybody. */
export type PersonFacts = {
  id: string;
  name: string;
  /** Where the parts are known by themselves. */
  given: string | null;
  family: string | null;
  emails: string[];
  /** E.164 where it is known, else as written. */
  phones: string[];
  companyId: string | null;
  company: string | null;
  /** Registrable domains of the company. */
  domains: string[];
  title: string | null;
  address: string | null;
  /** Any form with year, month and day in it, in this order. */
  birthday: string | null;
  /** Profiles and ids of other systems, `profile:…` and `external:<system>:<id>`. */
  handles: string[];
};

export type CompanyFacts = {
  id: string;
  name: string;
  domains: string[];
  phones: string[];
  city: string | null;
  country: string | null;
  handles: string[];
};

/** What is told from a name; the room of names gives it, with or without its large tables. */
export type NameReader = {
  parts(name: string): { given: string; family: string; suffix: string };
  /** How a part is written, folded and in Latin letters, and `=12` for a name of which it is a pet form. Equal: one name. */
  givenForms(given: string): readonly string[];
  familyForms(family: string): readonly string[];
  /** A company's name without its legal form. */
  companyCore(name: string): string;
};
