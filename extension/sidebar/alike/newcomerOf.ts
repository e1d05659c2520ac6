import type { NewContact } from '../../messages/calls.ts';
import type { Newcomer } from '../../messages/pairs.ts';

/** Of somebody about to be added, what is compared with those who are there. */
export const newcomerOf = ({
  name,
  email,
  phone,
  country,
  title,
  companyName,
  domain,
  address,
  url,
}: NewContact): Newcomer => ({
  ...{ name, email, phone, title, companyName, domain, address, url },
  ...(country && { country }),
});
