import { defineConfig } from 'drizzle-kit';

// Two databases, one tool: `DATABASE=directory npx drizzle-kit generate --name what_it_gives`.
const database = process.env.DATABASE === 'directory' ? 'directory' : 'workspace';

export default defineConfig({
  dialect: 'sqlite',
  schema: `./api/db/${database}/*.ts`,
  out: `./api/db/migrations/${database}`,
});
