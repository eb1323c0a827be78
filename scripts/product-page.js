// docs/products.md from the compiled data: run it by `npm run docs`, which compiles it first.
import { writeFileSync } from 'node:fs';

const { FAMILIES } = await import('../build/src/programs/xen/products/index.js');
const { productsPage } = await import('../build/src/programs/xen/products/page.js');

writeFileSync('docs/products.md', productsPage(FAMILIES));
