// The rooms and the drawing of the house in CONTRIBUTING.md: run by `npm run docs`.
import { fill } from './fill.js';
import { drawing, list } from './house/drawing.js';

fill('CONTRIBUTING.md', 'scripts/house', {
  rooms: ['```', list(), '```'].join('\n'),
  house: ['```mermaid', drawing(), '```'].join('\n'),
});
