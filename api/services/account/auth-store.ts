import type { InValue } from '@libsql/client';
import { createAdapterFactory } from 'better-auth/adapters';
import type { Db } from '../../db/open.ts';
import { hashOfToken } from '../device/token.ts';

type Clause = {
  field: string;
  value: unknown;
  operator?: string | undefined;
  connector?: string | undefined;
};
type Row = Record<string, unknown>;

/** The only tables and columns that better-auth gets to see; a name from elsewhere never becomes SQL. */
const columns: Record<string, readonly string[]> = {
  user: ['id', 'name', 'email', 'email_verified', 'created_at', 'updated_at'],
  account: ['id', 'user_id', 'provider_id', 'account_id', 'password', 'created_at', 'updated_at'],
  session: ['id', 'user_id', 'token', 'expires_at', 'ip_address', 'user_agent', 'created_at', 'updated_at'],
};
const operators: Record<string, string> = { eq: 'IS', ne: 'IS NOT', lt: '<', lte: '<=', gt: '>', gte: '>=' };

function columnOf(model: string, field: string): string {
  if (!columns[model]?.includes(field)) throw new Error(`better-auth asked for ${model}.${field}`);
  return field;
}

/** A session's token is kept as its hash, so that a copy of the database opens no session. */
const stored = (model: string, field: string, value: unknown): InValue => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (model === 'session' && field === 'token' && typeof value === 'string') return hashOfToken(value);
  return (value ?? null) as InValue;
};

function whereSql(model: string, where: Clause[] = []): { sql: string; args: InValue[] } {
  if (where.length === 0) return { sql: '1', args: [] };
  const args: InValue[] = [];
  const parts = where.map(({ field, value, operator = 'eq', connector }, i) => {
    const column = columnOf(model, field);
    const join = i === 0 ? '' : connector === 'OR' ? ' OR ' : ' AND ';
    if (operator === 'in' && Array.isArray(value)) {
      args.push(...value.map((each) => stored(model, field, each)));
      return `${join}${column} IN (${value.map(() => '?').join(', ')})`;
    }
    const sign = operators[operator];
    if (!sign) throw new Error(`better-auth asked for the operator ${operator}`);
    args.push(stored(model, field, value));
    return `${join}${column} ${sign} ?`;
  });
  return { sql: parts.join(''), args };
}

/** The token that was asked for stands in the answer, not its hash. */
function shown(model: string, row: Row, where: Clause[] = []): Row {
  const asked = where.find(({ field, operator = 'eq' }) => field === 'token' && operator === 'eq');
  return model === 'session' && asked ? { ...row, token: asked.value } : { ...row };
}

/** better-auth's store on our directory. Dates are milliseconds, as everywhere here. */
export const authStore = (directory: Db) =>
  createAdapterFactory({
    config: {
      adapterId: 'sidebook',
      supportsDates: true,
      supportsBooleans: true,
      customTransformOutput: ({ data, fieldAttributes }) => {
        if (fieldAttributes.type === 'date' && typeof data === 'number') return new Date(data);
        return fieldAttributes.type === 'boolean' ? Boolean(data) : data;
      },
    },
    adapter: () => {
      async function first(model: string, where: Clause[]): Promise<Row | null> {
        const { sql, args } = whereSql(model, where);
        const { rows } = await directory.execute(`SELECT * FROM ${model} WHERE ${sql} LIMIT 1`, args);
        return rows[0] ? shown(model, rows[0], where) : null;
      }
      async function set(model: string, where: Clause[], values: Row): Promise<number> {
        const fields = Object.keys(values).map((field) => columnOf(model, field));
        const { sql, args } = whereSql(model, where);
        const { rowsAffected } = await directory.execute(
          `UPDATE ${model} SET ${fields.map((field) => `${field} = ?`).join(', ')} WHERE ${sql}`,
          [...fields.map((field) => stored(model, field, values[field])), ...args],
        );
        return rowsAffected;
      }
      async function remove(model: string, where: Clause[]): Promise<number> {
        const { sql, args } = whereSql(model, where);
        return (await directory.execute(`DELETE FROM ${model} WHERE ${sql}`, args)).rowsAffected;
      }
      return {
        create: async ({ model, data }) => {
          const fields = Object.keys(data).filter((field) => columns[model]?.includes(field));
          await directory.execute(
            `INSERT INTO ${model} (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
            fields.map((field) => stored(model, field, data[field])),
          );
          return data;
        },
        findOne: async ({ model, where }) => (await first(model, where)) as never,
        findMany: async ({ model, where, limit }) => {
          const { sql, args } = whereSql(model, where);
          const { rows } = await directory.execute(`SELECT * FROM ${model} WHERE ${sql} LIMIT ?`, [
            ...args,
            limit,
          ]);
          return rows.map((row) => shown(model, row)) as never;
        },
        count: async ({ model, where }) => {
          const { sql, args } = whereSql(model, where);
          const { rows } = await directory.execute(`SELECT count(*) AS n FROM ${model} WHERE ${sql}`, args);
          return Number(rows[0]?.n);
        },
        update: async ({ model, where, update }) => {
          await set(model, where, update as Row);
          return (await first(model, where)) as never;
        },
        updateMany: ({ model, where, update }) => set(model, where, update),
        delete: async ({ model, where }) => {
          await remove(model, where);
        },
        deleteMany: ({ model, where }) => remove(model, where),
      };
    },
  });
