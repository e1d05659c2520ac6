/** What kind of handle a key is. `phone` is E.164, `profile` a canonical URL, `external` is `<system>:<id>`. */
export type KeyKind = 'email' | 'phone' | 'domain' | 'profile' | 'external';

/** A normalised handle of somebody. Only the makers in this folder produce one, so equality is string equality. */
export type IdentityKey = { readonly kind: KeyKind; readonly value: string };

/** `kind:value`, the form in which keys are hashed, stored and compared. */
export const keyText = (key: IdentityKey): string => `${key.kind}:${key.value}`;

/** The system of an external key that is a place on a page, see page-key.ts. */
export const pageSystem = 'page:';
/** Whether a key is one of a place on a page: it says nothing to people. */
export const isPageKey = ({ kind, value }: { kind: string; value: string }): boolean =>
  kind === 'external' && value.startsWith(pageSystem);
