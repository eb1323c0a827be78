// The house in words and as a drawing, for CONTRIBUTING.md.
import { arrows, FLOORS, reduced } from './rooms.js';

const WIDTH = 100;

/** A line or more for each room, the top floor first. */
export function list() {
  const all = FLOORS.flatMap(Object.entries).map(([room, what]) => [titleOf(room), what]);
  const column = Math.max(...all.map(([title]) => title.length)) + 2;
  return all.map(([title, what]) => title.padEnd(column) + wrapped(what, column)).join('\n');
}

/**
 * @param {string} text
 * @param {number} column
 */
function wrapped(text, column) {
  const line = new RegExp(`.{1,${WIDTH - column}}(?: |$)`, 'g');
  return (text.match(line) ?? []).map((part) => part.trim()).join(`\n${' '.repeat(column)}`);
}

/** Each floor of the house as a Mermaid flowchart; arrows that others imply are left out. */
export function drawing() {
  const boxes = FLOORS.flatMap(Object.keys).map((room) => `  ${idOf(room)}["${titleOf(room)}"]`);
  const lines = reduced(arrows()).map(([from, to]) => `  ${idOf(from)} --> ${idOf(to)}`);
  return ['flowchart TD', ...boxes, ...lines].join('\n');
}

/** @param {string} room */
function titleOf(room) {
  return room.includes('.') ? room : `${room}/`;
}

/** @param {string} room */
function idOf(room) {
  return `room_${room.replace(/\W/g, '_')}`;
}
