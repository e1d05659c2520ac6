import { shoot } from './shoot.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

say('Drawing every state of the sidebar into .output/gallery/ ...');
await shoot(process.argv.slice(2), say);
