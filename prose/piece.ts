/** Some text that people read: a paragraph, a cell of a table, a message, a comment. */
export interface Piece {
  /** The line that it starts at, from 1. */
  readonly line: number;
  readonly text: string;
}
