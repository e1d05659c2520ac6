import { type Role, roles } from '../../../shared/domain/rows.ts';

/** Whether a role may do what a lesser one may. */
export const isAtLeast = (role: Role, least: Role): boolean => roles.indexOf(role) <= roles.indexOf(least);
